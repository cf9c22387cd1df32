import { deleteRecord } from '../../dml/delete-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { refuseConditions } from './record-conditions.ts';
import { relatedParent, relationshipNames } from './follow-relationships.ts';

export const deleteRelated = defineOperation({
  name: 'sObject Relationships: delete a parent record',
  method: 'DELETE',
  path: '/services/data/:version/sobjects/:object/:id(^[a-zA-Z0-9]{15}$|^[a-zA-Z0-9]{18}$)/*',
  evidence: ['documented'],
  source: 'REST API guide, Delete Records Using sObject Relationships',
  composable: true,
  handle(context) {
    refuseConditions(context.request);
    const { object, record } = relatedParent(context, relationshipNames(context));
    deleteRecord(callerOf(context), object, String(record['Id']));
    return { status: 204 };
  },
});
