import { defineObject } from '../define-object.ts';
import { picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';
import { userPermissionFields } from './user-permissions.ts';

/** Source: Object Reference, Profile. */
export const profile = defineObject({
  name: 'Profile',
  label: 'Profile',
  labelPlural: 'Profiles',
  keyPrefix: '00e',
  writesNotEmulated: true,
  fields: [
    idField('Profile ID'),
    text('Name', 'Name', 255, { ...required, nameField: true }),
    picklist('UserType', 'User Type', 40, ['Standard'], { ...readOnly, restrictedPicklist: true }),
    text('Description', 'Description', 255),
    ...userPermissionFields,
    ...auditFields,
  ],
});
