import type { Org } from '../org/org.ts';
import { compileQuery } from '../soql/compile-query.ts';
import { runQuery } from '../soql/run-query.ts';
import type { BulkJob } from './bulk-job.ts';
import { toCsvRow } from './csv.ts';
import type { JobStore } from './job-store.ts';
import { queryColumns } from './query-columns.ts';
import type { QueryColumn } from './query-columns.ts';

/** Runs the query of a job and keeps its results as rows of CSV. */
export function runQueryJob(org: Org, jobs: JobStore, job: BulkJob): void {
  const { schema } = org.access.of(job.createdById);
  const context = {
    schema,
    database: org.database,
    now: org.clock,
    apiVersion: job.apiVersion,
    userId: job.createdById,
    includeDeleted: job.operation === 'queryAll',
  };
  const soql = job.query ?? '';
  const columns = queryColumns(compileQuery(soql, context), context);
  const began = performance.now();
  const { records } = runQuery(soql, context);
  const header = toCsvRow(
    columns.map(({ name }) => name),
    job,
  );
  const lines = records.map((record) =>
    toCsvRow(
      columns.map((column) => toText(valueAt(record, column))),
      job,
    ),
  );
  org.transaction(() => {
    jobs.addLines(job.id, header, lines);
    const processingTime = performance.now() - began;
    jobs.change(job.id, { recordsProcessed: lines.length, processingTime }, org.clock());
  });
}

function valueAt(record: Record<string, unknown>, { path }: QueryColumn): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null),
    record,
  );
}

/** Date-times end with `Z` here, nothing is an empty text. Source: results in the guide; the first is not verified. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d{2}-\d{2}T[\d:.]+)\+0000$/, '$1Z');
  return JSON.stringify(value);
}
