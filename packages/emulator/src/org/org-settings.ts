import type { DatabaseSync } from 'node:sqlite';

/** Small facts about the org that outlive the process. */
export interface OrgSettings {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  /** The kept value, or the given one, which is kept from now on. */
  getOrSet(name: string, value: () => string): string;
}

export function createOrgSettings(database: DatabaseSync): OrgSettings {
  database.exec('CREATE TABLE IF NOT EXISTS __setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  const read = database.prepare('SELECT value FROM __setting WHERE name = ?');
  const write = database.prepare('INSERT OR REPLACE INTO __setting (name, value) VALUES (?, ?)');

  const settings: OrgSettings = {
    get(name) {
      const row = read.get(name);
      return row === undefined ? undefined : String(row['value']);
    },
    set(name, value) {
      write.run(name, value);
    },
    getOrSet(name, value) {
      const kept = settings.get(name);
      if (kept !== undefined) return kept;
      const fresh = value();
      settings.set(name, fresh);
      return fresh;
    },
  };
  return settings;
}
