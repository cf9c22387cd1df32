import { defineObject } from '../define-object.ts';
import { checkbox, lookup, picklist, required } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';

/** What a permission set allows with the records of one object. Source: Object Reference, ObjectPermissions. */
export const objectPermissions = defineObject({
  name: 'ObjectPermissions',
  label: 'Object Permissions',
  labelPlural: 'Object Permissions',
  keyPrefix: '110',
  described: { undeletable: false },
  fields: [
    idField('ObjectPermissions ID'),
    lookup('ParentId', 'Parent ID', 'PermissionSet', {
      ...required,
      updateable: false,
      childRelationshipName: 'ObjectPerms',
      cascadeDelete: true,
      described: {},
    }),
    picklist('SobjectType', 'Sobject Type Name', 40, [], { ...required, updateable: false }),
    checkbox('PermissionsCreate', 'Create Records'),
    checkbox('PermissionsRead', 'Read Records'),
    checkbox('PermissionsEdit', 'Edit Records'),
    checkbox('PermissionsDelete', 'Delete Records'),
    checkbox('PermissionsViewAllRecords', 'Read All Records'),
    checkbox('PermissionsModifyAllRecords', 'Edit All Records'),
    checkbox('PermissionsViewAllFields', 'View All Fields'),
    ...auditFields,
  ],
});
