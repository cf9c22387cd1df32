import type { DatabaseSync } from 'node:sqlite';
import { UnknownAccessError } from '../org/unknown-access-error.ts';

/** Its id. @throws UnknownAccessError */
export function profileNamed(database: DatabaseSync, name: string): string {
  const row = database.prepare('SELECT "Id" FROM "Profile" WHERE "Name" = ?').get(name);
  if (row) return String(row['Id']);
  const known = database.prepare('SELECT "Name" FROM "Profile" ORDER BY "Name"').all();
  throw new UnknownAccessError({ kind: 'profile', name, known: known.map((each) => String(each['Name'])) });
}

/** Its id; the name may have the namespace before it, as `uman__uman_Integration`. @throws UnknownAccessError */
export function permissionSetNamed(database: DatabaseSync, name: string): string {
  const sets = database
    .prepare(
      `SELECT "Id", iif("NamespacePrefix" IS NULL, '', "NamespacePrefix" || '__') || "Name" AS name
      FROM "PermissionSet" WHERE "IsOwnedByProfile" = 0 ORDER BY 2`,
    )
    .all();
  const found = sets.find((set) => set['name'] === name);
  if (found) return String(found['Id']);
  throw new UnknownAccessError({ kind: 'permission set', name, known: sets.map((set) => String(set['name'])) });
}
