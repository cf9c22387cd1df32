import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';

/** The object as the org has it, with the fields that its caller cannot see: defaults and checks need them all. */
export function wholeObject({ org }: DmlContext, object: ObjectDefinition): ObjectDefinition {
  return org.schema.object(object.name) ?? object;
}
