import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';

/** The object that `attributes.type` names. What Salesforce answers where there is none is not known. */
export function collectionObject({ schema }: Pick<OperationContext, 'schema'>, type: string): ObjectDefinition {
  const object = schema.object(type);
  if (!object) throw new NotEmulatedError(`a record of the unknown type ${type}`);
  return object;
}
