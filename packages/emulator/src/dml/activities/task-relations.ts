import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';
import { insertRow, updateRow } from '../write-row.ts';

/** Keeps one TaskRelation for the task's `WhoId` and one for its `WhatId`. Source: Object Reference, TaskRelation. */
export function keepTaskRelations(context: DmlContext, task: StoredRecord, previous: StoredRecord = {}): void {
  const object = context.org.schema.object('TaskRelation');
  if (!object) return;
  for (const name of ['WhoId', 'WhatId'] as const) {
    const [before, now] = [previous[name] ?? null, task[name] ?? null];
    if (before === now) continue;
    for (const row of context.org.records.findBy(object, 'TaskId', String(task['Id']))) {
      if (row['RelationId'] === before) updateRow(context, object, String(row['Id']), { IsDeleted: 1 });
    }
    if (now === null) continue;
    insertRow(context, object, {
      TaskId: task['Id'] ?? null,
      RelationId: now,
      IsWhat: Number(name === 'WhatId'),
      AccountId: task['AccountId'] ?? null,
    });
  }
}
