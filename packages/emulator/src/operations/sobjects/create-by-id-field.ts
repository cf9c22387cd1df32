import { createRecord } from '../../dml/create-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { objectOf, recordUrl } from './sobject-request.ts';

export const createByIdField = defineOperation({
  name: 'sObject Rows by External ID: create a record through the Id field',
  method: 'POST',
  path: '/services/data/:version/sobjects/:object/Id',
  since: 37,
  evidence: ['documented'],
  source: 'REST API guide, "Insert or Update (Upsert) a Record Using an External ID" (v37 and later)',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    const id = createRecord(callerOf(context), object, context.request.body);
    return {
      status: 201,
      headers: { Location: recordUrl(context.request, object, id) },
      body: { id, success: true, errors: [], created: true },
    };
  },
});
