import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { findByExternalId, type ExternalIdMatch } from '../../dml/find-by-external-id.ts';
import type { StoredRecord } from '../../dml/stored-record.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { callerOf } from '../caller.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { refuseConditions } from './record-conditions.ts';
import { param, recordUrl } from './sobject-request.ts';
import { refuseAsExternalIdField } from './sub-resources.ts';

export interface OneMatch extends Omit<ExternalIdMatch, 'records'> {
  readonly record: StoredRecord | undefined;
}

/**
 * The record that the path names by external id, if there is one; more than one answer 300 with their URLs.
 * Source: REST API guide, sObject Rows by External ID; the body of the 300 in restforce's fixtures.
 */
export function findOne(context: OperationContext, object: ObjectDefinition): OneMatch | OperationResponse {
  const { request } = context;
  if (object.name === 'ContentNote') {
    throw new NotEmulatedError('a ContentNote has no external ids');
  }
  refuseConditions(request);
  refuseAsExternalIdField(param(request, 'field'));
  const { records, ...match } = findByExternalId(
    callerOf(context),
    object,
    param(request, 'field'),
    param(request, 'value'),
  );
  if (records.length > 1) {
    return { status: 300, body: records.map((record) => recordUrl(request, object, String(record['Id']))) };
  }
  return { ...match, record: records[0] };
}
