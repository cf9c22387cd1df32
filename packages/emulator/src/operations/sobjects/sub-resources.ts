import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';

/** What Salesforce has below an object and this emulator has not. Source: REST API guide, list of resources. */
const SUB_RESOURCES = new Set([
  'approvalLayouts',
  'compactLayouts',
  'deleted',
  'describe',
  'events',
  'listviews',
  'namedLayouts',
  'quickActions',
  'rowTemplate',
  'updated',
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
 * @throws NotEmulatedError for a resource of the object, and for a relationship of a record
 */
export function refuseAsExternalIdField({ schema }: OperationContext, object: ObjectDefinition, name: string): void {
  if (SUB_RESOURCES.has(name)) throw new NotEmulatedError(`the resource ${name} of an object`);
  if (/^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(name) && !schema.field(object.name, name)) {
    throw new NotEmulatedError('the relationships of a record');
  }
}
