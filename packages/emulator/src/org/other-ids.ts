import type { DatabaseSync } from 'node:sqlite';

/** The last ids of what has ids and is no record: deployments, components of metadata. */
export interface OtherIds {
  last(keyPrefix: string): string | undefined;
  save(keyPrefix: string, id: string): void;
}

export function createOtherIds(database: DatabaseSync): OtherIds {
  database.exec('CREATE TABLE IF NOT EXISTS __last_id (key_prefix TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT');
  const select = database.prepare('SELECT id FROM __last_id WHERE key_prefix = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO __last_id (key_prefix, id) VALUES (?, ?)');

  return {
    last(keyPrefix) {
      const row = select.get(keyPrefix);
      return row && String(row['id']);
    },
    save(keyPrefix, id) {
      upsert.run(keyPrefix, id);
    },
  };
}
