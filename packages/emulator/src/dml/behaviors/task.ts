import { accountOfActivity } from '../activities/account-of-activity.ts';
import { checkActivity } from '../activities/check-activity.ts';
import { refreshParents } from '../activities/last-activity.ts';
import { keepTaskRelations } from '../activities/task-relations.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { picklistFlag } from '../picklist-flag.ts';
import type { StoredRecord } from '../stored-record.ts';
import { timestamp } from '../write-row.ts';

/**
 * A status says whether the task is closed, a priority whether it is a high one. Source: Object Reference, TaskStatus and
 * TaskPriority. That reopening clears `CompletedDateTime` is not verified.
 */
export const task: ObjectBehavior = {
  object: 'Task',
  beforeCreate(context, values) {
    checkActivity('Task', values);
    values['TaskSubtype'] ??= 'Task';
    values['AccountId'] = accountOfActivity(context, values);
    derive(context, values, {});
  },
  afterCreate(context, record) {
    keepTaskRelations(context, record);
    refreshParents(context, record);
  },
  beforeUpdate(context, changes, record) {
    const task = { ...record, ...changes };
    checkActivity('Task', task);
    changes['AccountId'] = accountOfActivity(context, task);
    derive(context, changes, record);
  },
  afterUpdate(context, changes, record) {
    keepTaskRelations(context, { ...record, ...changes }, record);
    refreshParents(context, record, { ...record, ...changes });
  },
  afterDelete(context, record) {
    refreshParents(context, record);
  },
};

function derive(context: DmlContext, changes: StoredRecord, record: StoredRecord): void {
  const { org } = context;
  if ('Priority' in changes) {
    changes['IsHighPriority'] = Number(picklistFlag(org, ['Task', 'Priority'], 'high', changes['Priority']));
  }
  if (!('Status' in changes)) return;
  const closed = Number(picklistFlag(org, ['Task', 'Status'], 'closed', changes['Status']));
  if (closed === (record['IsClosed'] ?? 0)) return;
  changes['IsClosed'] = closed;
  changes['CompletedDateTime'] = closed ? timestamp(context) : null;
}
