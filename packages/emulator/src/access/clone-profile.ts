import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import { toShortId } from '../org/record-id.ts';
import { profileNamed } from './find-by-name.ts';
import { ProfileExistsError } from './profile-exists-error.ts';

export interface CloneProfileOptions {
  readonly name: string;
  /** The profile whose permissions it begins with. */
  readonly from: string;
}

/**
 * Setup → Profiles → Clone: a profile with the permissions that another has now.
 *
 * @returns its id, `00e…`
 * @throws UnknownAccessError, ProfileExistsError
 */
export function cloneProfile(org: Org, { name, from }: CloneProfileOptions): string {
  const sourceId = profileNamed(org.database, from);
  if (org.statements.prepare('SELECT 1 FROM "Profile" WHERE "Name" = ?').get(name)) throw new ProfileExistsError(name);
  org.access.keepProfiles();
  return org.transaction(() => {
    const profileId = copy(org, 'Profile', sourceId, { Name: name });
    const sourceSet = org.statements
      .prepare('SELECT "Id" FROM "PermissionSet" WHERE "ProfileId" = ? AND "IsOwnedByProfile" = 1')
      .get(sourceId);
    const sourceSetId = String(sourceSet?.['Id']);
    const setId = copy(org, 'PermissionSet', sourceSetId, {
      Name: `X${toShortId(profileId)}`,
      Label: profileId,
      ProfileId: profileId,
    });
    for (const object of ['ObjectPermissions', 'FieldPermissions']) {
      const rows = org.statements.prepare(`SELECT "Id" FROM "${object}" WHERE "ParentId" = ?`).all(sourceSetId);
      for (const row of rows) copy(org, object, String(row['Id']), { ParentId: setId });
    }
    org.statements
      .prepare(
        `INSERT INTO __record_type_visibility (permission_set_id, record_type_id, visible, is_default)
         SELECT ?, record_type_id, visible, is_default FROM __record_type_visibility WHERE permission_set_id = ?`,
      )
      .run(setId, sourceSetId);
    return profileId;
  });
}

/** @returns the id of the new row */
function copy({ records, recordIds }: Org, object: string, id: string, changes: StoredRecord): string {
  const copyId = recordIds.allocate(id.slice(0, 3));
  records.insert(object, { ...records.find(object, id), ...changes, Id: copyId });
  return copyId;
}
