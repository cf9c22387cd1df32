import { defineObject } from '../define-object.ts';
import { checkbox, lookup, readOnly, required, text, textArea } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';

/** Rows come from installed metadata. Source: Object Reference, PermissionSet. */
export const permissionSet = defineObject({
  name: 'PermissionSet',
  label: 'Permission Set',
  labelPlural: 'Permission Sets',
  keyPrefix: '0PS',
  writesNotEmulated: true,
  fields: [
    idField('PermissionSet ID'),
    text('Name', 'Permission Set Name', 80, { ...required, nameField: true }),
    text('Label', 'Permission Set Label', 80, required),
    lookup('ProfileId', 'Profile ID', 'Profile', { ...readOnly, described: {} }),
    checkbox('IsOwnedByProfile', 'Is Owned By Profile', readOnly),
    textArea('Description', 'Description', 255),
    text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    checkbox('IsCustom', 'Custom', readOnly),
    ...auditFields,
  ],
});
