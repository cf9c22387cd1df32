import type { StoredRecord } from '../../dml/stored-record.ts';
import { userPermissionNames } from '../../schema/standard/user-permissions.ts';
import type { MetadataComponent } from '../metadata-component.ts';
import { MetadataError } from '../metadata-error.ts';
import type { PermissionsXml } from './permissions-xml.ts';

/** Columns `Permissions…` of those that are named. @throws MetadataError for a permission that is not emulated */
export function userPermissionValues(
  { file }: MetadataComponent,
  { userPermissions = [] }: PermissionsXml,
): StoredRecord {
  const unknown = userPermissions.find(({ name }) => !userPermissionNames.includes(name));
  if (unknown) throw new MetadataError({ file, problem: `the user permission ${unknown.name} is not emulated` });
  return Object.fromEntries(userPermissions.map(({ name, enabled }) => [`Permissions${name}`, Number(enabled)]));
}

/** Every one of them, taken away. */
export const noUserPermissions: StoredRecord = Object.fromEntries(
  userPermissionNames.map((name) => [`Permissions${name}`, 0]),
);
