import type { ObjectDefinition, OrgSchema } from '../object-definition.ts';

/** Every reference of this org to the object, by child and field name. Source: describes recorded by CumulusCI. */
export function describeChildRelationships(object: ObjectDefinition, schema: OrgSchema): Record<string, unknown>[] {
  return schema.objects().flatMap((child) =>
    [...child.fields.values()]
      .filter((field) => !field.hiddenFromParent && field.referenceTo?.includes(object.name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
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
