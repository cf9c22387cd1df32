import { defineObject } from '../define-object.ts';
import { checkbox, lookup, picklist, readOnly, required, text, textArea } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';
import { userPermissionFields } from './user-permissions.ts';

/** Each profile owns one, which holds the profile's own permissions. Source: Object Reference, PermissionSet. */
export const permissionSet = defineObject({
  name: 'PermissionSet',
  label: 'Permission Set',
  labelPlural: 'Permission Sets',
  keyPrefix: '0PS',
  described: { undeletable: false },
  fields: [
    idField('PermissionSet ID'),
    text('Name', 'Permission Set Name', 80, { ...required, nameField: true }),
    text('Label', 'Permission Set Label', 80, required),
    lookup('ProfileId', 'Profile ID', 'Profile', { ...readOnly, described: {} }),
    checkbox('IsOwnedByProfile', 'Is Owned By Profile', readOnly),
    checkbox('IsCustom', 'Custom', readOnly),
    textArea('Description', 'Description', 255),
    text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    checkbox('HasActivationRequired', 'Has Activation Required'),
    picklist('Type', 'Type', 40, ['Regular', 'Standard', 'Group', 'Session', 'Profile'], {
      ...readOnly,
      restrictedPicklist: true,
    }),
    ...userPermissionFields,
    ...auditFields,
  ],
});
