import { removePermissionRows } from '../../access/permission-rows.ts';
import type { Org } from '../../org/org.ts';

/** With its permissions and assignments. */
export function removePermissionSet(org: Org, fullName: string): void {
  const id = permissionSetId(org, fullName);
  if (id !== undefined) removePermissionRows(org, id);
}

/** @param fullName `ns__Name` or `Name` */
export function permissionSetId(org: Org, fullName: string): string | undefined {
  const [name = '', namespace = null] = fullName.split('__').toReversed();
  const row = org.statements
    .prepare('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ? AND "NamespacePrefix" IS ?')
    .get(name, namespace);
  return row && String(row['Id']);
}
