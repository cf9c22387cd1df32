import { findForWrite } from '../../dml/find-for-write.ts';
import { updateRecord } from '../../dml/update-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { readRecordBody } from './record-body.ts';
import { isConditional, meetsConditions } from './record-conditions.ts';
import { objectOf, param } from './sobject-request.ts';
import { refuseAsId } from './sub-resources.ts';

export const update = defineOperation({
  name: 'sObject Rows: update a record',
  method: 'PATCH',
  path: '/services/data/:version/sobjects/:object/:id',
  evidence: ['recorded', 'documented', 'unverified'],
  source:
    'recorded by sf-fx-runtime-nodejs (v51, 2021-04) and by Nango integration templates (2026-05); 412 from the REST API ' +
    'guide, Conditional Request Headers, its body not verified',
  takes: 'json-or-multipart',
  composable: true,
  handle(context) {
    const { request } = context;
    const caller = callerOf(context);
    const object = objectOf(context);
    const id = param(request, 'id');
    refuseAsId(context, object, id);
    if (isConditional(request)) meetsConditions(request, object, findForWrite(caller, object, id));
    updateRecord(caller, object, id, readRecordBody(context, object));
    return { status: 204 };
  },
});
