import { defineMetadataType } from '../metadata-type.ts';
import { readProfile } from '../read-profile.ts';
import { saveProfile } from '../save-profile.ts';

/** Source: Metadata API guide, Profile. */
export const profile = defineMetadataType({
  name: 'Profile',
  suffix: 'profile',
  directory: 'profiles',
  read: readProfile,
  save: saveProfile,
});
