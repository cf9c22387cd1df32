import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Org } from '../org/org.ts';

/** A component as the org has it. */
export interface StoredComponent {
  readonly type: string;
  /** With its namespace. */
  readonly fullName: string;
  /** As it was deployed; the root element is named as the type. */
  readonly xml: string;
  /** Of the managed package that brought it; null: the org's own. */
  readonly namespace: string | null;
  /** Empty for a type without ids. */
  readonly id: string;
  /** Who changed it last. */
  readonly userId: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** What was deployed or installed, with its XML, so that it can be retrieved as it was. */
export interface ComponentStore {
  find(type: string, fullName: string): StoredComponent | undefined;
  /** By type. */
  all(): StoredComponent[];
  /** By full name. */
  list(type: string): StoredComponent[];
  /** Everything that a managed package brought. */
  ofNamespace(namespace: string): StoredComponent[];
  /** Fields, record types and whatever else belongs to an object. */
  partsOf(object: string): StoredComponent[];
  save(component: Omit<StoredComponent, 'createdAt' | 'modifiedAt'>): 'created' | 'changed' | 'unchanged';
  remove(type: string, fullName: string): void;
  /** Another name and XML for what has this one. */
  rename(component: StoredComponent, to: Pick<StoredComponent, 'fullName' | 'xml' | 'userId'>): void;
}

export function componentStore({ database, clock }: Pick<Org, 'database' | 'clock'>): ComponentStore {
  prepare(database);
  const store: ComponentStore = {
    find(type, fullName) {
      const row = database.prepare('SELECT * FROM __metadata WHERE type = ? AND full_name = ?').get(type, fullName);
      return row && toComponent(row);
    },
    all: () => database.prepare('SELECT * FROM __metadata ORDER BY type, full_name').all().map(toComponent),
    list(type) {
      const rows = database.prepare('SELECT * FROM __metadata WHERE type = ? ORDER BY full_name').all(type);
      return rows.map(toComponent);
    },
    ofNamespace(namespace) {
      return database.prepare('SELECT * FROM __metadata WHERE namespace = ?').all(namespace).map(toComponent);
    },
    partsOf(object) {
      return database
        .prepare(`SELECT * FROM __metadata WHERE type <> 'CustomObject' AND full_name LIKE ? ESCAPE '\\'`)
        .all(`${object.replaceAll(/[_%\\]/g, (character) => `\\${character}`)}.%`)
        .map(toComponent);
    },
    save({ type, fullName, xml, namespace, id, userId }) {
      const known = store.find(type, fullName);
      if (known?.xml === xml && known.namespace === namespace) return 'unchanged';
      const now = clock().toISOString();
      database
        .prepare(
          `INSERT INTO __metadata (type, full_name, namespace, xml, id, user_id, created_at, modified_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (type, full_name) DO UPDATE SET namespace = excluded.namespace, xml = excluded.xml,
           user_id = excluded.user_id, modified_at = excluded.modified_at`,
        )
        .run(type, fullName, namespace, xml, id, userId, now, now);
      return known ? 'changed' : 'created';
    },
    rename({ type, fullName }, to) {
      database
        .prepare(
          'UPDATE __metadata SET full_name = ?, xml = ?, user_id = ?, modified_at = ? WHERE type = ? AND full_name = ?',
        )
        .run(to.fullName, to.xml, to.userId, clock().toISOString(), type, fullName);
    },
    remove(type, fullName) {
      database.prepare('DELETE FROM __metadata WHERE type = ? AND full_name = ?').run(type, fullName);
    },
  };
  return store;
}

function prepare(database: DatabaseSync): void {
  database.exec(`CREATE TABLE IF NOT EXISTS __metadata (
    type TEXT NOT NULL, full_name TEXT NOT NULL COLLATE NOCASE, namespace TEXT, xml TEXT NOT NULL, id TEXT NOT NULL,
    user_id TEXT NOT NULL,    created_at TEXT NOT NULL, modified_at TEXT NOT NULL, PRIMARY KEY (type, full_name)) STRICT`);
}

function toComponent(row: Record<string, SQLOutputValue>): StoredComponent {
  return {
    type: String(row['type']),
    fullName: String(row['full_name']),
    xml: String(row['xml']),
    namespace: typeof row['namespace'] === 'string' ? row['namespace'] : null,
    id: String(row['id']),
    userId: String(row['user_id']),
    createdAt: String(row['created_at']),
    modifiedAt: String(row['modified_at']),
  };
}
