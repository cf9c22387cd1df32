import type { Org } from '../org/org.ts';

/**
 * The record type that a new record gets without `RecordTypeId`: the object's first active one, as for every user of
 * this org. Null where the object has none.
 */
export function defaultRecordTypeId(org: Org, object: string): string | null {
  const row = org.statements
    .prepare('SELECT "Id" FROM "RecordType" WHERE "SobjectType" = ? AND "IsActive" = 1 ORDER BY "Id" LIMIT 1')
    .get(object);
  return row === undefined ? null : String(row['Id']);
}
