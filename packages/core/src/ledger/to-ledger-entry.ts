import type { WriteResult, WrittenId } from '../send/write-result.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { How } from './manifest.ts';
import type { StoredRow } from './stored-row.ts';

/** The result of a write, rebuilt from its row. `created`: the upserted records that it created. */
export function toLedgerEntry(
  row: StoredRow,
  { created, apiCalls }: { created: ReadonlySet<string>; apiCalls: number },
): LedgerEntry {
  const { id, key, connectionId, operation, object, contentHash, createdAt } = row;
  return { id, key, connectionId, operation, object, contentHash, createdAt, result: resultOf(row, created, apiCalls) };
}

function resultOf(row: StoredRow, created: ReadonlySet<string>, apiCalls: number): WriteResult {
  const written = (id: string, how: How): WrittenId => ({ id, created: how === 'create' || created.has(id) });
  const required: Record<string, WrittenId> = {};
  const roleIds: string[] = [];
  const taskIds: string[] = [];
  const linkIds: string[] = [];
  for (const [index, related] of row.manifest.related.entries()) {
    const id = row.relatedIds[index];
    if (!id) continue;
    if (related.kind === 'required') required[related.ref] = written(id, related.how);
    else if (related.kind === 'role') roleIds.push(id);
    else if (related.kind === 'task') taskIds.push(id);
    else linkIds.push(id);
  }
  return {
    record: written(row.recordId, row.manifest.record.how),
    required,
    roleIds,
    ...(taskIds.length === 0 ? {} : { taskIds }),
    ...(row.noteId === null ? {} : { note: { id: row.noteId, linkIds } }),
    apiCalls,
    warnings: [],
  };
}
