import type { FieldDefinition, FieldType } from '../schema/object-definition.ts';

/** Describes what a function gives, as if it were a field. */
export function resultField(name: string, type: FieldType): FieldDefinition {
  return {
    name,
    label: name,
    type,
    custom: false,
    nillable: true,
    createable: false,
    updateable: false,
    defaultedOnCreate: false,
    calculated: true,
  };
}
