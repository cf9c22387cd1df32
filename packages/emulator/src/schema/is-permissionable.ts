import type { FieldDefinition, ObjectDefinition } from './object-definition.ts';

/**
 * Objects of files, people and setup, of whose standard fields none has field-level security.
 * Source: the fields that profiles in public repositories list; not verified field by field.
 */
const ONLY_CUSTOM_FIELDS: ReadonlySet<string> = new Set([
  'BusinessProcess',
  'ContentDocument',
  'ContentDocumentLink',
  'ContentNote',
  'ContentVersion',
  'FieldPermissions',
  'ObjectPermissions',
  'OpportunityStage',
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'Profile',
  'RecordType',
  'User',
  'UserLogin',
]);

/**
 * Whether field-level security can hide the field, as describe's `permissionable` says: not system fields, names, and
 * what a record must have. A custom checkbox is never empty and still can be hidden.
 * Source: describes recorded by CumulusCI; Salesforce Help, Field-Level Security.
 */
export function isPermissionable(object: Pick<ObjectDefinition, 'name'>, field: FieldDefinition): boolean {
  const described = field.described?.['permissionable'];
  if (typeof described === 'boolean') return described;
  if (field.nameField) return false;
  if (field.custom) return field.nillable || field.type === 'boolean' || field.autoNumber !== undefined;
  return field.nillable && (field.createable || field.updateable) && !ONLY_CUSTOM_FIELDS.has(object.name);
}

/** Fields with field permissions of their own: those of an address are granted with the whole. */
export function permissionableFields(object: ObjectDefinition): FieldDefinition[] {
  return [...object.fields.values()].filter((field) => {
    const ofCompound = field.compoundFieldName !== undefined && object.fields.has(field.compoundFieldName);
    return !ofCompound && isPermissionable(object, field);
  });
}
