import { describeSummary } from '../schema/describe/describe-summary.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

const TEXTS = new Set(['string', 'textarea', 'email', 'phone', 'url', 'combobox']);
const NAME_PARTS = new Set(['FirstName', 'LastName', 'MiddleName']);

/** Is the object in the search index? As its describe says. */
export function isSearchable(object: ObjectDefinition): boolean {
  return object.queryable && describeSummary(object, '66.0')['searchable'] === true;
}

/**
 * The fields that a search group looks into. Formula fields are in none. Source: SOQL and SOSL Reference, IN
 * SearchGroup; Salesforce Help, Search Fields; that picklists are not among ALL FIELDS is not verified.
 */
export function searchableFields(object: ObjectDefinition, group: SearchGroup): FieldDefinition[] {
  return [...object.fields.values()].filter((field) => {
    if (field.virtual || field.formula || !TEXTS.has(field.type)) return false;
    if (group === 'NAME') return field.nameField === true || NAME_PARTS.has(field.name);
    return group === 'ALL' || field.type === group.toLowerCase();
  });
}
