import type { Org } from '../../org/org.ts';
import { profileOfFile } from './profile-name.ts';

/** A profile with the permission set that holds its permissions. */
export interface StoredProfile {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly permissionSetId: string;
}

/** @param fileName e.g. `Admin` */
export function findProfile(org: Org, fileName: string): StoredProfile | undefined {
  const row = org.statements
    .prepare(
      `SELECT p."Id" AS id, p."Name" AS name, p."Description" AS description, s."Id" AS owned
      FROM "Profile" p JOIN "PermissionSet" s ON s."ProfileId" = p."Id" AND s."IsOwnedByProfile" = 1
      WHERE p."Name" = ? COLLATE NOCASE`,
    )
    .get(profileOfFile(fileName));
  if (!row) return undefined;
  const { id, name, description, owned } = row;
  return {
    id: String(id),
    name: String(name),
    description: typeof description === 'string' ? description : null,
    permissionSetId: String(owned),
  };
}
