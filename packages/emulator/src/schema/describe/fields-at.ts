import type { FieldDefinition, ObjectDefinition } from '../object-definition.ts';

/** The object's fields that this version of the API knows, in order. @param apiVersion e.g. `66.0` */
export function fieldsAt(object: ObjectDefinition, apiVersion: string): FieldDefinition[] {
  const version = Number(apiVersion);
  return [...object.fields.values()].filter((field) => field.since === undefined || field.since <= version);
}
