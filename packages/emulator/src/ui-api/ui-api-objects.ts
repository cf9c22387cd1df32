import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { objectNotSupported } from './ui-api-errors.ts';

/** Source: UI API guide, Supported Objects. Custom objects are all supported. */
const SUPPORTED: ReadonlySet<string> = new Set([
  'Account',
  'Campaign',
  'Case',
  'Contact',
  'ContentDocument',
  'ContentNote',
  'ContentVersion',
  'Lead',
  'Note',
  'Opportunity',
  'OpportunityLineItem',
  'Pricebook2',
  'PricebookEntry',
  'Product2',
  'User',
]);
/** Source: `Object Task is not supported in UI API` and the like in many clients' code. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['Event', 'Task', 'UserRole']);

export function isSupported(object: ObjectDefinition): boolean {
  return object.custom || SUPPORTED.has(object.name);
}

/**
 * The object of that name, without regard to case.
 *
 * @throws SalesforceApiError 400 INVALID_TYPE for one that UI API or the caller does not have
 * @throws NotEmulatedError where it is not known whether UI API has it
 */
export function uiApiObject(schema: OrgSchema, name: string): ObjectDefinition {
  const object = schema.object(name);
  if (!object || UNSUPPORTED.has(object.name)) throw objectNotSupported(object?.name ?? name);
  if (!isSupported(object)) throw new NotEmulatedError(`${object.name} in UI API`);
  return object;
}
