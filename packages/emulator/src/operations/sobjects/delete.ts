import { deleteRecord } from '../../dml/delete-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { refuseConditions } from './record-conditions.ts';
import { objectOf, param } from './sobject-request.ts';
import { refuseAsId } from './sub-resources.ts';

export const deleteOperation = defineOperation({
  name: 'sObject Rows: delete a record',
  method: 'DELETE',
  path: '/services/data/:version/sobjects/:object/:id',
  evidence: ['recorded'],
  source: 'recorded by sf-fx-runtime-nodejs (v51, 2021-04): 204, and 404 ENTITY_IS_DELETED the second time',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    refuseConditions(context.request);
    refuseAsId(context, object, param(context.request, 'id'));
    deleteRecord(callerOf(context), object, param(context.request, 'id'));
    return { status: 204 };
  },
});
