import { defineObject } from '../define-object.ts';
import { checkbox, lookup, readOnly, required } from '../define-field.ts';
import { idField, isDeletedField, systemModstampField } from '../system-fields.ts';

/** Source: Object Reference, PermissionSetAssignment; the requests of `sf org assign permset`. */
export const permissionSetAssignment = defineObject({
  name: 'PermissionSetAssignment',
  label: 'Permission Set Assignment',
  labelPlural: 'Permission Set Assignments',
  keyPrefix: '0Pa',
  updateable: false,
  described: { undeletable: false },
  fields: [
    idField('PermissionSetAssignment ID'),
    lookup('PermissionSetId', 'PermissionSet ID', 'PermissionSet', {
      ...required,
      updateable: false,
      childRelationshipName: 'Assignments',
      cascadeDelete: true,
      described: {},
    }),
    lookup('AssigneeId', 'Assignee ID', 'User', {
      ...required,
      updateable: false,
      childRelationshipName: 'PermissionSetAssignments',
      described: {},
    }),
    checkbox('IsActive', 'Is Active', readOnly),
    systemModstampField,
    isDeletedField,
  ],
});
