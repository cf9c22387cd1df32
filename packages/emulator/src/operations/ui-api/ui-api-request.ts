import { MASTER_RECORD_TYPE_ID } from '../../schema/describe/record-type-infos.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { recordTypeOf, type RecordTypeRef } from '../../ui-api/record-type.ts';
import type { PicklistValuesOptions } from '../../ui-api/picklist-values.ts';
import { uiApiObject } from '../../ui-api/ui-api-objects.ts';
import { accessOf } from '../caller.ts';
import type { OperationContext } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';

/** What `picklist-values/{recordTypeId}` of the path names. */
export function picklistRequest({ org, request, schema }: OperationContext): PicklistValuesOptions {
  const object = uiApiObject(schema, param(request, 'object'));
  const recordType = recordTypeOf(org, object, param(request, 'recordTypeId'));
  return { org, object, recordType, apiVersion: apiVersionOf(request) };
}

/** The record type of `?recordTypeId=`, or the one that a new record gets. */
export function requestedRecordType(context: OperationContext, object: ObjectDefinition): RecordTypeRef {
  const { org, request } = context;
  const named = request.query.get('recordTypeId');
  return recordTypeOf(
    org,
    object,
    named ?? accessOf(context).recordTypes.defaultOf(object.name) ?? MASTER_RECORD_TYPE_ID,
  );
}
