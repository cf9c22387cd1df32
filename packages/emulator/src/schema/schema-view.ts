import type { FieldDefinition, ObjectDefinition, OrgSchema } from './object-definition.ts';

/** Objects by every name they are looked up with. */
export function createSchemaView(objects: readonly ObjectDefinition[]): OrgSchema {
  const sorted = objects.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(sorted.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(
    // ContentNote shares its prefix with ContentDocument, whose ids they are.
    sorted.flatMap((object) =>
      object.keyPrefix === null || object.name === 'ContentNote' ? [] : [[object.keyPrefix, object] as const],
    ),
  );
  const fieldsByName = new Map<string, ReadonlyMap<string, FieldDefinition>>();
  const fieldsOf = (name: string): ReadonlyMap<string, FieldDefinition> | undefined => {
    const known = fieldsByName.get(name);
    if (known) return known;
    const object = byName.get(name);
    if (!object) return undefined;
    const fields = new Map([...object.fields.values()].map((field) => [field.name.toLowerCase(), field]));
    fieldsByName.set(name, fields);
    return fields;
  };

  return {
    objects: () => sorted,
    object: (name) => byName.get(name.toLowerCase()),
    field: (object, field) => fieldsOf(object.toLowerCase())?.get(field.toLowerCase()),
    objectOfPrefix: (keyPrefix) => byPrefix.get(keyPrefix),
  };
}
