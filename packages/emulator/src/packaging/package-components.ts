import type { Org } from '../org/org.ts';

/** A component by its names in the org. */
export interface PackageComponent {
  readonly type: string;
  readonly fullName: string;
}

/** What each installed package brought: packages can share a namespace, or have none. */
export interface PackageComponents {
  /** @param packageId `033…`; what it brought before stays its own */
  add(packageId: string, components: readonly PackageComponent[]): void;
  of(packageId: string): PackageComponent[];
  remove(packageId: string): void;
}

export function packageComponents({ database }: Pick<Org, 'database'>): PackageComponents {
  database.exec(`CREATE TABLE IF NOT EXISTS __package_component
    (package_id TEXT NOT NULL, type TEXT NOT NULL, full_name TEXT NOT NULL, PRIMARY KEY (package_id, type, full_name)) STRICT`);
  return {
    add(packageId, components) {
      const insert = database.prepare('INSERT OR IGNORE INTO __package_component VALUES (?, ?, ?)');
      for (const { type, fullName } of components) insert.run(packageId, type, fullName);
    },
    of(packageId) {
      return database
        .prepare('SELECT type, full_name FROM __package_component WHERE package_id = ?')
        .all(packageId)
        .map((row) => ({ type: String(row['type']), fullName: String(row['full_name']) }));
    },
    remove(packageId) {
      database.prepare('DELETE FROM __package_component WHERE package_id = ?').run(packageId);
    },
  };
}
