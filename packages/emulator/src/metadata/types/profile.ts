import { defineMetadataType } from '../metadata-type.ts';
import { fileOfProfile } from '../profiles/profile-name.ts';
import { findProfile } from '../profiles/profile-store.ts';
import { printProfile } from '../profiles/print-profile.ts';
import { readProfile } from '../profiles/read-profile.ts';
import { removeProfile } from '../profiles/remove-profile.ts';
import { saveProfile } from '../profiles/save-profile.ts';

/** Source: Metadata API guide, Profile. */
export const profile = defineMetadataType({
  name: 'Profile',
  suffix: 'profile',
  directory: 'profiles',
  neverPackaged: true,
  read: readProfile,
  save: saveProfile,
  remove: removeProfile,
  print: printProfile,
  standing: (org) =>
    org.statements
      .prepare('SELECT * FROM "Profile" ORDER BY "Name"')
      .all()
      .map((row) => ({
        fullName: fileOfProfile(String(row['Name'])),
        id: String(row['Id']),
        userId: String(row['LastModifiedById']),
        createdAt: String(row['CreatedDate']),
        modifiedAt: String(row['LastModifiedDate']),
      })),
  idOf: (org, fullName) => findProfile(org, fullName)?.id,
});
