import { accountOfActivity } from '../activities/account-of-activity.ts';
import { checkActivity } from '../activities/check-activity.ts';
import { eventTimes } from '../activities/event-times.ts';
import { refreshParents } from '../activities/last-activity.ts';
import type { ObjectBehavior } from '../object-behavior.ts';

const TIMES = [
  'StartDateTime',
  'ActivityDateTime',
  'ActivityDate',
  'DurationInMinutes',
  'EndDateTime',
  'IsAllDayEvent',
];

/** Source: Object Reference, Event. */
export const event: ObjectBehavior = {
  object: 'Event',
  beforeCreate(context, values) {
    checkActivity('Event', values);
    Object.assign(values, eventTimes(values, values));
    values['AccountId'] = accountOfActivity(context, values);
    values['EventSubtype'] ??= 'Event';
  },
  afterCreate(context, record) {
    refreshParents(context, record);
  },
  beforeUpdate(context, changes, record) {
    const event = { ...record, ...changes };
    checkActivity('Event', event);
    if (TIMES.some((name) => name in changes)) Object.assign(changes, eventTimes(event, changes));
    changes['AccountId'] = accountOfActivity(context, event);
  },
  afterUpdate(context, changes, record) {
    refreshParents(context, record, { ...record, ...changes });
  },
  afterDelete(context, record) {
    refreshParents(context, record);
  },
};
