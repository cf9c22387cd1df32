import { isReference, type Reference } from '../field-value.ts';
import { checkRecordId } from './check-names.ts';
import { checkIdPrefix, isDay } from './check-standard-value.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { type Ids, recordBody, resolveRef } from './record-body.ts';
import type { RecordWrite, WrittenTask } from './record-write.ts';
import { plainText } from './references.ts';
import type { PlannedStep } from './write-plan.ts';

const OBJECT = 'Task';
const SUBJECT_LENGTH = 255;
const DESCRIPTION_LENGTH = 32_000;

interface TaskContext {
  readonly ids: Ids;
  readonly recordId: string;
  readonly context: PlanContext;
  readonly problems: ProblemList;
}

/** One Task for each thing that was done: about the record, or with it where it is a person. Source: Object Reference, Task. */
export function taskSteps({ object, tasks = [] }: RecordWrite, options: TaskContext): PlannedStep[] {
  return tasks.map((task, index): PlannedStep => {
    const path = `tasks[${index}]`;
    return {
      kind: 'task',
      referenceId: `task${index}`,
      method: 'POST',
      url: `${dataPath(options.context)}/sobjects/${OBJECT}`,
      object: OBJECT,
      path,
      body: taskBody(task, { ...options, path, isPerson: object === 'Contact' }),
    };
  });
}

function taskBody(
  { subject, description, status = 'Completed', date, contactId, fields = {} }: WrittenTask,
  { ids, recordId, problems, path, isPerson }: TaskContext & { path: string; isPerson: boolean },
): Record<string, unknown> {
  problems.attempt(() => checkText(subject, { path: `${path}.subject`, least: 1, most: SUBJECT_LENGTH }), undefined);
  if (description !== undefined) {
    const at = { path: `${path}.description`, least: 0, most: DESCRIPTION_LENGTH };
    problems.attempt(() => checkText(description, at), undefined);
  }
  problems.attempt(() => plainText(status, `${path}.status`), undefined);
  if (date !== undefined) problems.attempt(() => checkDay(date, `${path}.date`), undefined);
  const who =
    contactId === undefined
      ? undefined
      : problems.attempt(() => contactOf(contactId, { path: `${path}.contactId`, ids }), undefined);
  const own: Record<string, unknown> = {
    Subject: subject,
    Description: description,
    Status: status,
    ActivityDate: date,
    WhatId: isPerson ? undefined : recordId,
    WhoId: who ?? (isPerson ? recordId : undefined),
  };
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const further = recordBody(fields, { path, ids, object: OBJECT, problems });
  const taken = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  for (const field of Object.keys(further).filter((name) => taken.has(name.toLowerCase()))) {
    problems.attempt(() => givenTwice(field, path), undefined);
  }
  return { ...given, ...further };
}

function checkText(text: string, { path, least, most }: { path: string; least: number; most: number }): void {
  plainText(text, path);
  const length = Array.from(text.trim()).length;
  if (length >= least && length <= most) return;
  throw planProblem('invalidValue', {
    path,
    what: length === 0 ? 'it is blank' : `the text has ${length} characters, and the field holds ${most}`,
    remedy: `Give it ${least === 0 ? 'at most' : '1 to'} ${most} characters.`,
    object: OBJECT,
  });
}

function checkDay(date: string, path: string): void {
  if (isDay(date)) return;
  throw planProblem('invalidValue', {
    path,
    what: 'the value is not a date of the calendar',
    remedy: 'Write it as YYYY-MM-DD, e.g. 2026-12-31.',
    object: OBJECT,
    field: 'ActivityDate',
  });
}

function contactOf(contactId: string | Reference, { path, ids }: { path: string; ids: Ids }): string {
  if (isReference(contactId)) return resolveRef(contactId.ref, { path, ids });
  const id = checkRecordId(contactId, path);
  checkIdPrefix(id, { object: OBJECT, field: 'WhoId', path, prefix: '003' });
  return id;
}

function givenTwice(field: string, path: string): never {
  throw planProblem('duplicateField', {
    path: `${path}.fields.${field}`,
    what: `${field} is there already, by its own name`,
    remedy: 'Leave it out of the fields.',
    object: OBJECT,
    field,
  });
}
