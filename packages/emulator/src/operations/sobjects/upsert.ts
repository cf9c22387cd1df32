import { createRecord } from '../../dml/create-record.ts';
import { notInBody } from '../../dml/field-errors.ts';
import { updateRecord } from '../../dml/update-record.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { findOne } from './one-match.ts';
import { apiVersionOf, objectOf, param, recordUrl } from './sobject-request.ts';

export const upsert = defineOperation({
  name: 'sObject Rows by External ID: upsert a record',
  method: 'PATCH',
  path: '/services/data/:version/sobjects/:object/:field/:value',
  evidence: ['recorded', 'documented', 'unverified'],
  source:
    'recorded by Nango integration templates (v59 and v60, 2026-05) on Contact/Email; 200 instead of 204 since v46 and ' +
    '`updateOnly` from the REST API guide; what `updateOnly` answers when nothing matches is not verified',
  composable: true,
  handle(context) {
    const { request } = context;
    const caller = callerOf(context);
    const object = objectOf(context);
    if (param(request, 'field').toLowerCase() === 'id') {
      updateRecord(caller, object, param(request, 'value'), request.body);
      return { status: 204 };
    }
    const match = findOne(context, object);
    if ('status' in match) return match;

    const { field, value, record } = match;
    if (Object.keys(Object(request.body)).some((key) => key.toLowerCase() === field.name.toLowerCase())) {
      throw notInBody(field.name);
    }
    if (!record) {
      if (request.query.get('updateOnly') === 'true') throw resourceNotFound();
      const id = createRecord(caller, object, request.body, { [field.name]: value });
      return {
        status: 201,
        headers: { Location: recordUrl(request, object, id) },
        body: { id, success: true, errors: [], created: true },
      };
    }
    const id = String(record['Id']);
    updateRecord(caller, object, id, request.body);
    if (Number(apiVersionOf(request)) < 46) return { status: 204 };
    return {
      status: 200,
      headers: { Location: recordUrl(request, object, id) },
      body: { id, success: true, errors: [], created: false },
    };
  },
});
