import { recordTypeOf } from '../../ui-api/record-type.ts';
import type { PicklistValuesOptions } from '../../ui-api/picklist-values.ts';
import { uiApiObject } from '../../ui-api/ui-api-objects.ts';
import type { OperationContext } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';

/** What `picklist-values/{recordTypeId}` of the path names. */
export function picklistRequest(context: OperationContext): PicklistValuesOptions {
  const { org, request } = context;
  const object = uiApiObject(context.schema, param(request, 'object'));
  const recordType = recordTypeOf(org, object, param(request, 'recordTypeId'));
  return { org, object, recordType, apiVersion: apiVersionOf(request) };
}
