import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { StoredRecord } from './stored-record.ts';

/** A record as texts for people call it: by its name field, persons with their salutation. */
export function displayName(object: ObjectDefinition, record: StoredRecord): string {
  const field = [...object.fields.values()].find((candidate) => candidate.nameField);
  const name = String((field && record[field.name]) ?? record['Id']);
  return typeof record['Salutation'] === 'string' ? `${record['Salutation']} ${name}` : name;
}
