import { resourceNotFound } from '../../http/resource-not-found.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { toApiRecord } from '../../records/to-api-record.ts';
import { defineOperation } from '../operation.ts';
import { requestedFields } from './read-fields.ts';
import { apiVersionOf, objectOf, param, refuseConditions } from './sobject-request.ts';
import { refuseAsId } from './sub-resources.ts';

export const retrieve = defineOperation({
  name: 'sObject Rows: retrieve a record',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/:id',
  evidence: ['recorded', 'unverified'],
  source:
    'recorded by Nango integration templates (2026-05); `malformed id` captured by amp-labs/connectors; ' +
    'that a deleted record answers like a missing one is not verified',
  composable: true,
  handle(context) {
    const { request, org } = context;
    const object = objectOf(context);
    refuseConditions(request);
    const text = param(request, 'id');
    refuseAsId(context, object, text);
    const id = parseRecordId(text);
    if (id === undefined) throw /^\w{15}(?:\w{3})?$/.test(text) ? malformedId(text) : noExternalId(text);
    const row = org.records.find(object.name, id);
    if (!row || row['IsDeleted'] === 1) throw resourceNotFound();
    const fields = requestedFields(context, object);
    return { status: 200, body: toApiRecord(object, row, { fields, apiVersion: apiVersionOf(request) }) };
  },
});

function malformedId(id: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode: 'MALFORMED_ID', message: `malformed id ${id}` });
}

function noExternalId(field: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 404,
    errorCode: 'NOT_FOUND',
    message: `Provided external ID field does not exist or is not accessible: ${field}`,
  });
}
