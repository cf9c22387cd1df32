import type { ObjectDefinition, OrgSchema } from '../object-definition.ts';

/** Every reference of this org to the object, by child and field. Source: describes recorded by CumulusCI. */
export function describeChildRelationships(object: ObjectDefinition, schema: OrgSchema): Record<string, unknown>[] {
  return schema.objects().flatMap((child) =>
    [...child.fields.values()]
      .filter((field) => field.referenceTo?.includes(object.name))
      .map((field) => ({
        cascadeDelete: field.cascadeDelete ?? false,
        childSObject: child.name,
        deprecatedAndHidden: false,
        field: field.name,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: field.childRelationshipName ?? null,
        restrictedDelete: field.restrictedDelete ?? false,
      })),
  );
}
