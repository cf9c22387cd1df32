import type { FieldDefinition, OrgSchema } from '../schema/object-definition.ts';

/** The fields that control a dependent picklist, the immediate one first. Source: UI API guide, Field. */
export function controllersOf(schema: OrgSchema, object: string, field: FieldDefinition): string[] {
  const controllers: string[] = [];
  let current: FieldDefinition | undefined = field;
  while (current?.controllerName !== undefined && !controllers.includes(current.controllerName)) {
    controllers.push(current.controllerName);
    current = schema.field(object, current.controllerName);
  }
  return controllers;
}
