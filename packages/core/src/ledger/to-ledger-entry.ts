import type { WriteResult, WrittenId, WrittenSoFar } from '../send/write-result.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { How } from './manifest.ts';
import type { StoredRow } from './stored-row.ts';

/** A row, and the upserted records that its request created. */
export interface JudgedRow {
  readonly row: StoredRow;
  readonly created: ReadonlySet<string>;
}

/** The result of a write, rebuilt from the rows of all its parts; the last one is that of its own key. */
export function toLedgerEntry(rows: readonly JudgedRow[], last: StoredRow, apiCalls: number): LedgerEntry {
  const { id, key, connectionId, operation, object, contentHash, createdAt } = last;
  const { record, ...others } = writtenIn(rows);
  const { parts: _, note, taskIds, ...lists } = others;
  const result: WriteResult = {
    record: record ?? { id: last.recordId ?? '', created: false },
    ...lists,
    ...(taskIds.length === 0 ? {} : { taskIds }),
    ...(note === undefined ? {} : { note }),
    apiCalls,
    warnings: [],
  };
  return { id, key, connectionId, operation, object, contentHash, createdAt, result };
}

/** What these rows say is there. */
export function writtenIn(rows: readonly JudgedRow[]): WrittenSoFar {
  let record: WrittenId | undefined;
  let noteId: string | undefined;
  const required: Record<string, WrittenId> = {};
  const roleIds: string[] = [];
  const taskIds: string[] = [];
  const linkIds: string[] = [];
  for (const { row, created } of rows) {
    const { manifest, recordId, relatedIds } = row;
    const written = (id: string, how: How): WrittenId => ({ id, created: how === 'create' || created.has(id) });
    if (manifest.record !== null && recordId !== null) record = written(recordId, manifest.record.how);
    noteId = row.noteId ?? noteId;
    for (const [index, related] of manifest.related.entries()) {
      const id = relatedIds[index];
      if (!id) continue;
      if (related.kind === 'required') required[related.ref] = written(id, related.how);
      else if (related.kind === 'role') roleIds.push(id);
      else if (related.kind === 'task') taskIds.push(id);
      else linkIds.push(id);
    }
  }
  const note = noteId === undefined ? undefined : { id: noteId, linkIds };
  return { parts: rows.length, record, required, roleIds, taskIds, note };
}
