import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';

const DATES = ['Task', 'Event'] as const;
const PARENTS = ['WhatId', 'WhoId', 'AccountId'] as const;

/**
 * After a task or event came, changed or went: `LastActivityDate` of the records it belongs to becomes the latest date of
 * their events and closed tasks, and an opportunity knows whether it has open activities. Their audit fields stay.
 * Source: Object Reference, Account (`LastActivityDate`) and Opportunity (`HasOpenActivity`, `HasOverdueTask`).
 */
export function refreshParents(context: DmlContext, ...activities: readonly StoredRecord[]): void {
  const ids = new Set(activities.flatMap((activity) => PARENTS.map((name) => activity[name])));
  for (const id of ids) if (typeof id === 'string') refresh(context, id);
}

function refresh(context: DmlContext, id: string): void {
  const object = context.org.schema.objectOfPrefix(id.slice(0, 3));
  if (!object) return;
  const changes: StoredRecord = {};
  if (object.fields.has('LastActivityDate')) changes['LastActivityDate'] = lastDate(context, id);
  if (object.fields.has('HasOpenActivity')) Object.assign(changes, openActivities(context, id));
  context.org.records.update(object.name, id, changes);
}

function lastDate({ org }: DmlContext, id: string): string | null {
  const dates = DATES.flatMap((name) =>
    PARENTS.map(
      (parent) =>
        org.statements
          .prepare(
            `SELECT max("ActivityDate") AS latest FROM "${name}" WHERE "${parent}" = ? AND "IsDeleted" = 0` +
              (name === 'Task' ? ' AND "IsClosed" = 1' : ''),
          )
          .get(id)?.['latest'],
    ),
  ).filter((date) => typeof date === 'string');
  return dates.toSorted().at(-1) ?? null;
}

/** As of now: a task that becomes overdue later is noticed with the next write of an activity. */
function openActivities({ org }: DmlContext, id: string): StoredRecord {
  const now = org.clock().toISOString();
  const task = org.statements
    .prepare(
      `SELECT count(*) AS open, coalesce(sum("ActivityDate" < ?), 0) AS overdue FROM "Task"
       WHERE "WhatId" = ? AND "IsClosed" = 0 AND "IsDeleted" = 0`,
    )
    .get(now.slice(0, 10), id);
  const event = org.statements
    .prepare('SELECT count(*) AS open FROM "Event" WHERE "WhatId" = ? AND "EndDateTime" >= ? AND "IsDeleted" = 0')
    .get(id, now);
  return {
    HasOpenActivity: Number(Number(task?.['open']) + Number(event?.['open']) > 0),
    HasOverdueTask: Number(Number(task?.['overdue']) > 0),
  };
}
