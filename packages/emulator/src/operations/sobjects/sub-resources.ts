import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';

/** What Salesforce has below an object and this emulator has not. Source: REST API guide, list of resources. */
const SUB_RESOURCES = new Set([
  'approvalLayouts',
  'compactLayouts',
  'describe',
  'events',
  'listviews',
  'namedLayouts',
  'quickActions',
  'rowTemplate',
]);

/**
 * Keeps what stands where a record's id would from being taken for an external-id field that is not there.
 *
 * @throws NotEmulatedError for a resource of the object, and for an external-id field whose value was left empty
 */
export function refuseAsId({ schema }: OperationContext, object: ObjectDefinition, name: string): void {
  if (SUB_RESOURCES.has(name)) throw new NotEmulatedError(`the resource ${name} of an object`);
  if (schema.field(object.name, name)) throw new NotEmulatedError(`the external id ${name} without a value`);
}

/**
 * The same for what stands where the name of an external-id field would.
 *
 * @throws NotEmulatedError for a resource of the object
 */
export function refuseAsExternalIdField(name: string): void {
  if (SUB_RESOURCES.has(name)) throw new NotEmulatedError(`the resource ${name} of an object`);
}
