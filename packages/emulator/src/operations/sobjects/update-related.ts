import { updateRecord } from '../../dml/update-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { refuseConditions } from './record-conditions.ts';
import { relatedParent, relationshipNames } from './follow-relationships.ts';

export const updateRelated = defineOperation({
  name: 'sObject Relationships: update a parent record',
  method: 'PATCH',
  path: '/services/data/:version/sobjects/:object/:id(^[a-zA-Z0-9]{15}$|^[a-zA-Z0-9]{18}$)/*',
  evidence: ['documented'],
  source: 'REST API guide, Update Records Using sObject Relationships',
  composable: true,
  handle(context) {
    refuseConditions(context.request);
    const { object, record } = relatedParent(context, relationshipNames(context));
    updateRecord(callerOf(context), object, String(record['Id']), context.request.body);
    return { status: 204 };
  },
});
