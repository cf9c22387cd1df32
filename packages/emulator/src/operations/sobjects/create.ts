import { createRecord } from '../../dml/create-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { objectOf, recordUrl } from './sobject-request.ts';

export const create = defineOperation({
  name: 'sObject Basic Information: create a record',
  method: 'POST',
  path: '/services/data/:version/sobjects/:object',
  evidence: ['recorded'],
  source: 'recorded by sf-fx-runtime-nodejs (v51, 2021-04) and by Nango integration templates (v59, 2026-05)',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    const id = createRecord(callerOf(context), object, context.request.body);
    return {
      status: 201,
      headers: { Location: recordUrl(context.request, object, id) },
      body: { id, success: true, errors: [] },
    };
  },
});
