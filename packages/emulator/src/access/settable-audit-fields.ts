import type { ObjectDefinition } from '../schema/object-definition.ts';

const FIELDS: ReadonlySet<string> = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById']);

/** Of the objects that Salesforce Help names, those of this org; custom objects besides. */
const OBJECTS: ReadonlySet<string> = new Set([
  'Account',
  'Case',
  'Contact',
  'ContentVersion',
  'Event',
  'Lead',
  'Opportunity',
  'Task',
]);

/**
 * Who created and changed a record, and when, which users with "Set Audit Fields upon Record Creation" may say when they
 * create it. Source: Salesforce Help, "Enable 'Create Audit Fields'"; Object Reference v65, ContentNote, for notes and
 * their owners.
 */
export function isSettableAuditField(object: ObjectDefinition, field: string): boolean {
  if (object.name === 'ContentNote') return field === 'OwnerId' || FIELDS.has(field);
  return FIELDS.has(field) && (object.custom || OBJECTS.has(object.name));
}
