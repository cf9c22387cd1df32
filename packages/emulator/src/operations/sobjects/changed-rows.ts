import { quote } from '../../schema/prepare-table.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';
import type { ReplicationRange } from './replication-range.ts';

/** A row that was changed within a range, by its SystemModstamp; a deleted one when it was deleted. */
export interface ChangedRow {
  readonly id: string;
  /** Stored ISO text. */
  readonly at: string;
}

/** In the order of the changes. */
export function changedRows(
  { org }: OperationContext,
  object: ObjectDefinition,
  { from, before }: ReplicationRange,
  which: 'updated' | 'deleted',
): readonly ChangedRow[] {
  const deleted = object.fields.has('IsDeleted') ? '"IsDeleted"' : '0';
  const rows = org.statements
    .prepare(
      `SELECT "Id" AS id, "SystemModstamp" AS at FROM ${quote(object.name)}
       WHERE "SystemModstamp" >= ? AND "SystemModstamp" < ? AND ${deleted} = ? ORDER BY "SystemModstamp", "Id"`,
    )
    .all(from.toISOString(), before.toISOString(), Number(which === 'deleted'));
  return rows.map((row) => ({ id: String(row['id']), at: String(row['at']) }));
}
