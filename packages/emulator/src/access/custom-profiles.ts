import type { Org } from '../org/org.ts';
import { standardProfiles } from './standard-profiles.ts';

/** A profile that is no standard one. */
export interface CustomProfile {
  readonly id: string;
  readonly name: string;
  /** That holds its permissions. */
  readonly permissionSetId: string;
  readonly customizesApplication: boolean;
}

/** By name. */
export function customProfiles({ database }: Pick<Org, 'database'>): CustomProfile[] {
  const standard = new Set(standardProfiles.map(({ name }) => name));
  return database
    .prepare(
      `SELECT p."Id" AS id, p."Name" AS name, s."Id" AS set_id, s."PermissionsCustomizeApplication" AS customizes
       FROM "Profile" p JOIN "PermissionSet" s ON s."ProfileId" = p."Id" AND s."IsOwnedByProfile" = 1 ORDER BY p."Name"`,
    )
    .all()
    .filter((row) => !standard.has(String(row['name'])))
    .map((row) => ({
      id: String(row['id']),
      name: String(row['name']),
      permissionSetId: String(row['set_id']),
      customizesApplication: row['customizes'] === 1,
    }));
}
