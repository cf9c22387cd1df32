import type { FieldDefinition, ObjectDefinition } from './object-definition.ts';

/** An object as the database keeps it, as JSON. */
export type KeptObject = Omit<ObjectDefinition, 'fields'> & { readonly fields: readonly FieldDefinition[] };

export interface Revival {
  /** @param json of a {@link KeptObject} */
  object(name: string, json: string): ObjectDefinition;
  /** The object with the fields that were added to it, or put in the place of its own. @param fields JSON of each */
  withFields(object: ObjectDefinition, fields: readonly string[]): ObjectDefinition;
}

/** The same text gives the same definition, so that what did not change is known as unchanged, whatever else did. */
export function createRevival(): Revival {
  const objects = new Map<string, { readonly json: string; readonly object: ObjectDefinition }>();
  const extended = new WeakMap<ObjectDefinition, { readonly text: string; readonly object: ObjectDefinition }>();

  return {
    object(name, json) {
      const known = objects.get(name);
      if (known?.json === json) return known.object;
      const kept = JSON.parse(json) as KeptObject;
      const object = { ...kept, fields: new Map(kept.fields.map((field) => [field.name, field])) };
      objects.set(name, { json, object });
      return object;
    },
    withFields(object, fields) {
      if (fields.length === 0) return object;
      const text = fields.join('\n');
      const known = extended.get(object);
      if (known?.text === text) return known.object;
      const added = fields.map((json) => JSON.parse(json) as FieldDefinition);
      const result = {
        ...object,
        fields: new Map([...object.fields, ...added.map((field) => [field.name, field] as const)]),
      };
      extended.set(object, { text, object: result });
      return result;
    },
  };
}
