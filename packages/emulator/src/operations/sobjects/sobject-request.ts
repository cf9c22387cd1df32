import { parseApiVersion } from '../../http/api-versions.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { refuseOtherStandardObject } from '../../schema/refuse-other-standard-object.ts';
import type { OperationContext, OperationRequest } from '../operation.ts';

/** A named part of the path. */
export function param(request: OperationRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`The route of ${request.path} has no part ${name}.`);
  return value;
}

/** e.g. `66.0` */
export function apiVersionOf(request: OperationRequest): string {
  return parseApiVersion(param(request, 'version'));
}

/** The object that the path names, without regard to case. @throws SalesforceApiError 404 */
export function objectOf({ schema, request }: OperationContext): ObjectDefinition {
  const name = param(request, 'object');
  const object = schema.object(name);
  if (object) return object;
  refuseOtherStandardObject(name);
  throw resourceNotFound();
}

/** Where a record is, as `Location` and `attributes.url` say it. */
export function recordUrl(request: OperationRequest, object: ObjectDefinition, id: string): string {
  return `/services/data/v${apiVersionOf(request)}/sobjects/${object.name}/${id}`;
}
