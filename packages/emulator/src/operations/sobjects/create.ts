import { createRecord } from '../../dml/create-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { markViewed } from './mark-viewed.ts';
import { readRecordBody } from './record-body.ts';
import { objectOf, recordUrl } from './sobject-request.ts';

export const create = defineOperation({
  name: 'sObject Basic Information: create a record',
  method: 'POST',
  path: '/services/data/:version/sobjects/:object',
  evidence: ['recorded'],
  source: 'recorded by sf-fx-runtime-nodejs (v51, 2021-04) and by Nango integration templates (v59, 2026-05)',
  takes: 'json-or-multipart',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    const id = createRecord(callerOf(context), object, readRecordBody(context, object));
    markViewed(context, object, id);
    return {
      status: 201,
      headers: { Location: recordUrl(context.request, object, id) },
      body: { id, success: true, errors: [] },
    };
  },
});
