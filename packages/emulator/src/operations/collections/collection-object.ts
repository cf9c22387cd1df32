import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { Org } from '../../org/org.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';

/** The object that `attributes.type` names. What Salesforce answers where there is none is not known. */
export function collectionObject(org: Org, type: string): ObjectDefinition {
  const object = org.schema.object(type);
  if (!object) throw new NotEmulatedError(`a record of the unknown type ${type}`);
  return object;
}
