import type { RecordStore } from '../dml/record-store.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import { toShortId } from '../org/record-id.ts';
import type { RecordIds } from '../org/record-ids.ts';
import type { Statements } from '../org/statements.ts';
import { standardProfiles } from './standard-profiles.ts';

export interface StandardProfilesOptions {
  readonly statements: Statements;
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
  /** Who made them and when. */
  readonly audit: StoredRecord;
}

/** Makes the standard profiles that the org lacks, each with the permission set that holds its permissions. */
export function keepStandardProfiles({ statements, records, recordIds, audit }: StandardProfilesOptions): void {
  for (const { name, permissions } of standardProfiles) {
    const granted = Object.fromEntries(permissions.map((permission) => [`Permissions${permission}`, 1]));
    const found = statements.prepare('SELECT "Id" FROM "Profile" WHERE "Name" = ?').get(name);
    const profileId = found ? String(found['Id']) : recordIds.allocate('00e');
    if (!found) {
      records.insert('Profile', {
        Id: profileId,
        Name: name,
        UserType: 'Standard',
        ...granted,
        ...audit,
      });
    }
    const owned = statements
      .prepare('SELECT 1 FROM "PermissionSet" WHERE "ProfileId" = ? AND "IsOwnedByProfile" = 1')
      .get(profileId);
    if (owned) continue;
    records.insert('PermissionSet', {
      Id: recordIds.allocate('0PS'),
      // As `X00e…` and `00e…` in public orgs; the part after the profile's id is left out.
      Name: `X${toShortId(profileId)}`,
      Label: profileId,
      ProfileId: profileId,
      IsOwnedByProfile: 1,
      IsCustom: 0,
      Type: 'Profile',
      ...granted,
      ...audit,
    });
  }
}
