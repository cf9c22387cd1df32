import { resourceNotFound } from '../../http/resource-not-found.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { ToolingContext } from '../../tooling/tooling-context.ts';
import { toolingSchema } from '../../tooling/tooling-schema.ts';
import { callerOf } from '../caller.ts';
import type { OperationContext } from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';

/** The object of the Tooling API that the path names. @throws SalesforceApiError 404 */
export function toolingObjectOf({ org, request }: OperationContext): ObjectDefinition {
  const object = toolingSchema(org).object(param(request, 'object'));
  if (!object) throw resourceNotFound();
  return object;
}

export function toolingCaller(context: OperationContext): ToolingContext {
  return { org: context.org, userId: callerOf(context).userId };
}
