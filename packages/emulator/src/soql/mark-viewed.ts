import { markViewed as markRecordsViewed } from '../records/mark-viewed.ts';
import type { QueryContext } from './query-context.ts';
import type { FoundRow } from './rows-query.ts';

/** FOR VIEW and FOR REFERENCE. Source: SOQL and SOSL Reference, FOR VIEW and FOR REFERENCE. */
export function markViewed(
  how: 'view' | 'reference',
  found: readonly FoundRow[],
  objectName: string,
  { schema, database, now, userId }: QueryContext,
): void {
  const object = schema.object(objectName);
  if (object) markRecordsViewed(database, how, { object, ids: found.map(({ id }) => id), userId, at: now() });
}
