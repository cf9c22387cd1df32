import type { QueryContext } from './query-context.ts';
import type { FoundRow } from './rows-query.ts';
import { quoteName } from './sql-fragment.ts';

/**
 * FOR VIEW and FOR REFERENCE: the rows found were viewed, or referred to, just now. Source: SOQL and SOSL Reference,
 * FOR VIEW and FOR REFERENCE. Lists of recent records are not kept.
 */
export function markViewed(
  how: 'view' | 'reference',
  found: readonly FoundRow[],
  object: string,
  { schema, database, now }: QueryContext,
): void {
  const wanted = how === 'view' ? ['LastViewedDate', 'LastReferencedDate'] : ['LastReferencedDate'];
  const fields = wanted.filter((name) => schema.field(object, name));
  if (fields.length === 0) return;
  const time = now();
  time.setUTCMilliseconds(0);
  const set = fields.map((name) => `${quoteName(name)} = ?`).join(', ');
  const sql = `UPDATE ${quoteName(object)} SET ${set} WHERE "Id" IN (SELECT value FROM json_each(?))`;
  database.prepare(sql).run(...fields.map(() => time.toISOString()), JSON.stringify(found.map(({ id }) => id)));
}
