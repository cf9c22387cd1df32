import type { ObjectDefinition } from '../schema/object-definition.ts';

/**
 * The fields that name a record: first and last name before the full one where a person has them.
 * Source: object-info recorded by lwc-recipes.
 */
export function nameFields(object: ObjectDefinition): string[] {
  const names = [...object.fields.values()].filter((field) => field.nameField).map((field) => field.name);
  if (names.length === 1 && object.fields.has('FirstName') && object.fields.has('LastName')) {
    return ['FirstName', 'LastName', ...names];
  }
  return names;
}
