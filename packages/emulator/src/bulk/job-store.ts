import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { BulkJob, JobSettings, JobState, RowResult } from './bulk-job.ts';

export interface NewJob {
  readonly id: string;
  readonly kind: BulkJob['kind'];
  readonly createdById: string;
  readonly settings: JobSettings;
  readonly state: JobState;
}

export interface JobChange {
  readonly state?: JobState;
  readonly errorMessage?: string;
  readonly recordsProcessed?: number;
  readonly recordsFailed?: number;
  readonly processingTime?: number;
}

/** Jobs of Bulk API 2.0 with what was uploaded and what became of it, in the org's database: they outlive the process. */
export interface JobStore {
  create(job: NewJob, now: Date): BulkJob;
  find(id: string): BulkJob | undefined;
  /** Oldest first. */
  list(kind: BulkJob['kind']): BulkJob[];
  /** The oldest job that is to be processed, or was when the process ended. */
  next(): BulkJob | undefined;
  change(id: string, change: JobChange, now: Date): void;
  remove(id: string): void;
  upload(id: string, csv: string): void;
  uploaded(id: string): string | undefined;
  addResults(id: string, results: readonly RowResult[]): void;
  results(id: string): RowResult[];
  /** Of a query job: a row of CSV each, in order. */
  addLines(id: string, header: string, lines: readonly string[]): void;
  lines(id: string, offset: number, limit: number): { readonly header: string; readonly lines: string[] };
}

export function createJobStore(database: DatabaseSync): JobStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __bulk_job (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, created_by TEXT NOT NULL, created_at TEXT NOT NULL, modified_at TEXT NOT NULL,
    settings TEXT NOT NULL, state TEXT NOT NULL, error_message TEXT, processed INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0, processing_time INTEGER NOT NULL DEFAULT 0, header TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS __bulk_upload (job_id TEXT PRIMARY KEY, csv TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS __bulk_row (
      job_id TEXT NOT NULL, row INTEGER NOT NULL, outcome TEXT NOT NULL, record_id TEXT, created INTEGER NOT NULL,
      error TEXT, line TEXT, PRIMARY KEY (job_id, row)) STRICT, WITHOUT ROWID`);
  const insert =
    database.prepare(`INSERT INTO __bulk_job (id, kind, created_by, created_at, modified_at, settings, state)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const select = database.prepare('SELECT * FROM __bulk_job WHERE id = ?');
  const selectKind = database.prepare('SELECT * FROM __bulk_job WHERE kind = ? ORDER BY created_at, id');
  const selectNext = database.prepare(
    `SELECT * FROM __bulk_job WHERE state IN ('UploadComplete', 'InProgress') ORDER BY created_at, id LIMIT 1`,
  );
  const update = database.prepare(`UPDATE __bulk_job SET state = ?, error_message = ?, processed = ?, failed = ?,
    processing_time = ?, modified_at = ? WHERE id = ?`);
  const saveUpload = database.prepare('INSERT INTO __bulk_upload (job_id, csv) VALUES (?, ?)');
  const loadUpload = database.prepare('SELECT csv FROM __bulk_upload WHERE job_id = ?');
  const saveRow = database.prepare(`INSERT INTO __bulk_row (job_id, row, outcome, record_id, created, error, line)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const loadRows = database.prepare('SELECT * FROM __bulk_row WHERE job_id = ? ORDER BY row');
  const saveHeader = database.prepare('UPDATE __bulk_job SET header = ? WHERE id = ?');
  const loadLines = database.prepare('SELECT line FROM __bulk_row WHERE job_id = ? AND row >= ? ORDER BY row LIMIT ?');
  const removals = ['__bulk_row WHERE job_id', '__bulk_upload WHERE job_id', '__bulk_job WHERE id'].map((of) =>
    database.prepare(`DELETE FROM ${of} = ?`),
  );

  function find(id: string): BulkJob | undefined {
    const row = select.get(id);
    return row && toJob(row);
  }

  return {
    find,
    create({ id, kind, createdById, settings, state }, now) {
      const at = now.toISOString();
      insert.run(id, kind, createdById, at, at, JSON.stringify(settings), state);
      return found(find(id), id);
    },
    list: (kind) => selectKind.all(kind).map(toJob),
    next() {
      const row = selectNext.get();
      return row && toJob(row);
    },
    change(id, change, now) {
      const job = { ...found(find(id), id), ...change };
      const { state, errorMessage, recordsProcessed, recordsFailed, processingTime } = job;
      update.run(
        state,
        errorMessage ?? null,
        recordsProcessed,
        recordsFailed,
        Math.round(processingTime),
        now.toISOString(),
        id,
      );
    },
    remove(id) {
      for (const removal of removals) removal.run(id);
    },
    upload(id, csv) {
      saveUpload.run(id, csv);
    },
    uploaded(id) {
      const row = loadUpload.get(id);
      return row && String(row['csv']);
    },
    addResults(id, results) {
      for (const { row, outcome, recordId, created, error } of results) {
        saveRow.run(id, row, outcome, recordId ?? null, Number(created), error ?? null, null);
      }
    },
    results: (id) =>
      loadRows.all(id).map((row) => ({
        row: Number(row['row']),
        outcome: row['outcome'] === 'success' ? 'success' : 'failure',
        recordId: optional(row['record_id']),
        created: row['created'] === 1,
        error: optional(row['error']),
      })),
    addLines(id, header, lines) {
      saveHeader.run(header, id);
      for (const [row, line] of lines.entries()) saveRow.run(id, row, 'success', null, 0, null, line);
    },
    lines(id, offset, limit) {
      const header = select.get(id)?.['header'];
      return {
        header: typeof header === 'string' ? header : '',
        lines: loadLines.all(id, offset, limit).map((row) => String(row['line'])),
      };
    },
  };
}

function found(job: BulkJob | undefined, id: string): BulkJob {
  if (!job) throw new Error(`The job ${id} is not there.`);
  return job;
}

function toJob(row: Record<string, SQLOutputValue>): BulkJob {
  return {
    ...(JSON.parse(String(row['settings'])) as JobSettings),
    id: String(row['id']),
    kind: row['kind'] === 'query' ? 'query' : 'ingest',
    createdById: String(row['created_by']),
    createdAt: new Date(String(row['created_at'])),
    modifiedAt: new Date(String(row['modified_at'])),
    state: String(row['state']) as JobState,
    errorMessage: optional(row['error_message']),
    recordsProcessed: Number(row['processed']),
    recordsFailed: Number(row['failed']),
    processingTime: Number(row['processing_time']),
  };
}

function optional(value: SQLOutputValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
