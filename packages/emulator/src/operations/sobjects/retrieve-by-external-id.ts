import { resourceNotFound } from '../../http/resource-not-found.ts';
import { toApiRecord } from '../../records/to-api-record.ts';
import { defineOperation } from '../operation.ts';
import { findOne } from './one-match.ts';
import { requestedFields } from './read-fields.ts';
import { apiVersionOf, objectOf } from './sobject-request.ts';

export const retrieveByExternalId = defineOperation({
  name: 'sObject Rows by External ID: retrieve a record',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/:field/:value',
  evidence: ['documented'],
  source: 'REST API guide, sObject Rows by External ID',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    const match = findOne(context, object);
    if ('status' in match) return match;
    if (!match.record) throw resourceNotFound();
    const fields = requestedFields(context, object);
    return {
      status: 200,
      body: toApiRecord(object, match.record, { fields, apiVersion: apiVersionOf(context.request) }),
    };
  },
});
