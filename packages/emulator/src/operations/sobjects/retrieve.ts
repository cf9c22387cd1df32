import { resourceNotFound } from '../../http/resource-not-found.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { toApiRecord } from '../../records/to-api-record.ts';
import { defineOperation } from '../operation.ts';
import { markViewed } from './mark-viewed.ts';
import { requestedFields } from './read-fields.ts';
import { meetsConditions, validatorsOf } from './record-conditions.ts';
import { apiVersionOf, objectOf, param } from './sobject-request.ts';
import { refuseAsId } from './sub-resources.ts';

export const retrieve = defineOperation({
  name: 'sObject Rows: retrieve a record',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/:id',
  evidence: ['recorded', 'documented', 'unverified'],
  source:
    'recorded by Nango integration templates (2026-05); `malformed id` captured by amp-labs/connectors; ' +
    '`ETag` of accounts, `Last-Modified`, 304 and 412 from the REST API guide, Conditional Request Headers and Composite. ' +
    'Not verified: that a deleted record answers like a missing one, and `Last-Modified` of other objects than Account',
  composable: true,
  handle(context) {
    const { request, org } = context;
    const object = objectOf(context);
    const text = param(request, 'id');
    refuseAsId(context, object, text);
    const id = parseRecordId(text);
    if (id === undefined) throw /^\w{15}(?:\w{3})?$/.test(text) ? malformedId(text) : noExternalId(text);
    const row = org.records.find(object.name, id);
    if (!row || row['IsDeleted'] === 1) throw resourceNotFound();
    const headers = validatorsOf(object, row);
    if (!meetsConditions(request, object, row)) return { status: 304, headers };
    markViewed(context, object, id);
    const fields = requestedFields(context, object);
    return { status: 200, headers, body: toApiRecord(object, row, { fields, apiVersion: apiVersionOf(request) }) };
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
