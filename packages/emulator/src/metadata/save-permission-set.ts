import type { Org } from '../org/org.ts';
import type { Naming } from './namespace.ts';
import type { PermissionSetXml } from './read-permission-set.ts';
import { saveRow } from './save-row.ts';

export interface SavePermissionSetOptions {
  readonly name: string;
  readonly naming: Naming;
  readonly xml: PermissionSetXml;
}

/** Its permissions are kept as they are, and not enforced. @returns the API name */
export function savePermissionSet(org: Org, { name, naming, xml }: SavePermissionSetOptions): string {
  const { label, description, ...permissions } = xml;
  const id = saveRow(
    org,
    'PermissionSet',
    { Name: name, NamespacePrefix: naming.namespace },
    { Label: label, Description: description?.slice(0, 255) ?? null, IsCustom: 1, IsOwnedByProfile: 0 },
  );
  org.database.exec(
    'CREATE TABLE IF NOT EXISTS __permission_set (permission_set_id TEXT PRIMARY KEY, permissions TEXT NOT NULL) STRICT',
  );
  org.database
    .prepare('INSERT OR REPLACE INTO __permission_set (permission_set_id, permissions) VALUES (?, ?)')
    .run(id, JSON.stringify(permissions));
  return naming.namespace === null ? name : `${naming.namespace}__${name}`;
}
