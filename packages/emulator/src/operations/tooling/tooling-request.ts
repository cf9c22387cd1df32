import { resourceNotFound } from '../../http/resource-not-found.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { refuseOtherStandardObject } from '../../schema/refuse-other-standard-object.ts';
import type { ToolingContext } from '../../tooling/tooling-context.ts';
import { visibleToolingSchema } from '../../tooling/visible-tooling-schema.ts';
import { accessOf, callerOf } from '../caller.ts';
import type { OperationContext } from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';

/** The object of the Tooling API that the path names, where the caller sees it. @throws SalesforceApiError 404 */
export function toolingObjectOf(context: OperationContext): ObjectDefinition {
  const name = param(context.request, 'object');
  const object = visibleToolingSchema(context.org, accessOf(context)).object(name);
  if (object) return object;
  refuseOtherStandardObject(name);
  throw resourceNotFound();
}

export function toolingCaller(context: OperationContext): ToolingContext {
  return { org: context.org, userId: callerOf(context).userId };
}
