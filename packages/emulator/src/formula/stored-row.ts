import { planOf } from '../dml/object-plan.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import { quote } from '../schema/quote.ts';

/** What is stored of a record, without what is computed from it: a formula that is being computed does not ask for itself. */
export function storedRow(org: Org, objectName: string, id: string): StoredRecord | undefined {
  const object = org.schema.object(objectName);
  if (!object) return undefined;
  const columns = ['Id', ...planOf(object).stored].map(quote).join(', ');
  const row = org.statements.prepare(`SELECT ${columns} FROM ${quote(object.name)} WHERE "Id" = ?`).get(id);
  return row as StoredRecord | undefined;
}
