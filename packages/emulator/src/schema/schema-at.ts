import type { FieldDefinition, ObjectDefinition, OrgSchema } from './object-definition.ts';
import { createSchemaView } from './schema-view.ts';

/** For each state of a schema, its views by API version. */
const views = new WeakMap<readonly ObjectDefinition[], Map<number, OrgSchema>>();

/** The schema as a version of the API knows it: without the fields, and the updates of fields, that came later. @param apiVersion e.g. 66 */
export function schemaAt(schema: OrgSchema, apiVersion: number): OrgSchema {
  const objects = schema.objects();
  const known = views.get(objects) ?? new Map<number, OrgSchema>();
  views.set(objects, known);
  const view = known.get(apiVersion) ?? viewAt(schema, apiVersion);
  known.set(apiVersion, view);
  return view;
}

function viewAt(schema: OrgSchema, apiVersion: number): OrgSchema {
  const isLater = ({ since = 0 }: FieldDefinition): boolean => since > apiVersion;
  const wasFixed = ({ updateableSince = 0 }: FieldDefinition): boolean => updateableSince > apiVersion;
  const objects = schema.objects();
  if (!objects.some((object) => [...object.fields.values()].some((field) => isLater(field) || wasFixed(field)))) {
    return schema;
  }
  return createSchemaView(
    objects.map((object) => ({
      ...object,
      fields: new Map(
        [...object.fields]
          .filter(([, field]) => !isLater(field))
          .map(([name, field]) => [name, wasFixed(field) ? { ...field, updateable: false } : field]),
      ),
    })),
  );
}
