import { updateRecord } from '../../dml/update-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { objectOf, param, refuseConditions } from './sobject-request.ts';
import { refuseAsId } from './sub-resources.ts';

export const update = defineOperation({
  name: 'sObject Rows: update a record',
  method: 'PATCH',
  path: '/services/data/:version/sobjects/:object/:id',
  evidence: ['recorded'],
  source: 'recorded by sf-fx-runtime-nodejs (v51, 2021-04) and by Nango integration templates (2026-05)',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    refuseConditions(context.request);
    refuseAsId(context, object, param(context.request, 'id'));
    updateRecord(callerOf(context), object, param(context.request, 'id'), context.request.body);
    return { status: 204 };
  },
});
