import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import { quote } from '../schema/prepare-table.ts';

/**
 * Writes a row that metadata stands behind, as the org's first user: updated when one with the same key is there.
 *
 * @param key the values that identify it; null matches null
 * @returns its id
 */
export function saveRow(org: Org, object: string, key: StoredRecord, values: StoredRecord): string {
  const where = Object.keys(key)
    .map((name) => `${quote(name)} IS ?`)
    .join(' AND ');
  const found = org.statements.prepare(`SELECT "Id" FROM ${quote(object)} WHERE ${where}`).get(...Object.values(key));
  const now = org.clock();
  now.setUTCMilliseconds(0);
  const changed: StoredRecord = {
    ...values,
    LastModifiedDate: now.toISOString(),
    LastModifiedById: firstUserId(org),
    SystemModstamp: now.toISOString(),
  };
  if (found) {
    const id = String(found['Id']);
    org.records.update(object, id, changed);
    return id;
  }
  const id = org.recordIds.allocate(org.schema.object(object)?.keyPrefix ?? '');
  org.records.insert(object, {
    Id: id,
    ...key,
    ...changed,
    CreatedDate: now.toISOString(),
    CreatedById: firstUserId(org),
  });
  return id;
}

export function firstUserId(org: Org): string {
  const row = org.statements.prepare('SELECT "Id" FROM "User" ORDER BY "Id" LIMIT 1').get();
  return String(row?.['Id']);
}
