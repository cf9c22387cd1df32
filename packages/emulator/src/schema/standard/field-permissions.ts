import { defineObject } from '../define-object.ts';
import { checkbox, lookup, picklist, required } from '../define-field.ts';
import { idField, systemModstampField } from '../system-fields.ts';

/** What a permission set allows with one field, named as `Account.Industry`. Source: Object Reference, FieldPermissions. */
export const fieldPermissions = defineObject({
  name: 'FieldPermissions',
  label: 'Field Permissions',
  labelPlural: 'Field Permissions',
  keyPrefix: '01k',
  described: { undeletable: false },
  fields: [
    idField('FieldPermissions ID'),
    lookup('ParentId', 'Parent ID', 'PermissionSet', {
      ...required,
      updateable: false,
      childRelationshipName: 'FieldPerms',
      cascadeDelete: true,
      described: {},
    }),
    picklist('SobjectType', 'Sobject Type Name', 40, [], {
      ...required,
      updateable: false,
    }),
    picklist('Field', 'Field Name', 255, [], { ...required, updateable: false }),
    checkbox('PermissionsEdit', 'Edit Field'),
    checkbox('PermissionsRead', 'Read Field'),
    systemModstampField,
  ],
});
