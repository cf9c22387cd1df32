import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { MetadataComponent } from './metadata-component.ts';
import type { DeployContext } from './metadata-type.ts';

/** A custom object; it keeps the fields that it has already. The file of a standard object changes nothing here. */
export function saveObject(
  { org, naming }: DeployContext,
  component: MetadataComponent,
  definition: ObjectDefinition | undefined,
): string {
  if (!definition) return component.fullName;
  const kept = [...(org.schema.object(definition.name)?.fields.values() ?? [])].filter((field) => field.custom);
  const fields = [...definition.fields.values(), ...kept].filter(
    (field) => field.name !== 'OwnerId' || !kept.some(isMasterDetail),
  );
  org.schema.addObject({ ...definition, fields: new Map(fields.map((field) => [field.name, field])) });
  return naming.object(component.name);
}

/** A detail belongs to its master, and has no owner of its own. Source: Object Reference, Custom Objects. */
export function isMasterDetail(field: FieldDefinition): boolean {
  return field.custom && field.cascadeDelete === true && !field.nillable;
}
