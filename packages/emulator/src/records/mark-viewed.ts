import type { DatabaseSync } from 'node:sqlite';
import { quote } from '../schema/quote.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';

export interface Views {
  readonly object: ObjectDefinition;
  readonly ids: readonly string[];
  readonly userId: string;
  readonly at: Date;
}

/** What each user looked at last; see `recentRecords`. */
export function createRecentItems(database: DatabaseSync): void {
  database.exec(`CREATE TABLE IF NOT EXISTS __recent_item (
    user_id TEXT NOT NULL, object TEXT NOT NULL, record_id TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (user_id, object, record_id)) STRICT, WITHOUT ROWID`);
}

/**
 * The records were viewed, or referred to, just now: their LastViewedDate and LastReferencedDate say so (to every user:
 * they are kept once for each record), and what was viewed is among the recent items of the user.
 */
export function markViewed(
  database: DatabaseSync,
  how: 'view' | 'reference',
  { object, ids, userId, at }: Views,
): void {
  const wanted = how === 'view' ? ['LastViewedDate', 'LastReferencedDate'] : ['LastReferencedDate'];
  const fields = wanted.filter((name) => object.fields.has(name));
  if (fields.length === 0) return;
  const time = new Date(at);
  time.setUTCMilliseconds(0);
  const set = fields.map((name) => `${quote(name)} = ?`).join(', ');
  const list = JSON.stringify(ids);
  database
    .prepare(`UPDATE ${quote(object.name)} SET ${set} WHERE "Id" IN (SELECT value FROM json_each(?))`)
    .run(...fields.map(() => time.toISOString()), list);
  if (how === 'reference') return;
  database
    .prepare(
      `INSERT OR REPLACE INTO __recent_item (user_id, object, record_id, at) SELECT ?, ?, value, ? FROM json_each(?)`,
    )
    .run(userId, object.name, time.toISOString(), list);
}
