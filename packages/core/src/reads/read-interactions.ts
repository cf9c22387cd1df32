import { buildQuery, type Condition, type OrderBy } from '../soql/build-query.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { EmailInteraction, EventInteraction, Interaction, TaskInteraction } from './activity.ts';
import { EMAIL_FIELDS, emailRow, EVENT_FIELDS, eventRow, TASK_FIELDS, taskRow } from './activity-rows.ts';
import type { QueryPage } from './query-page.ts';
import { queryPart, type ReadPart } from './read-part.ts';
import type { VisiblePart } from './read-visible.ts';
import { pagesOf, type Section } from './section.ts';
import { compareInteractions, mergeTimeLines, withoutTwins } from './time-line.ts';
import type { VisibleFields } from './visible-fields.ts';

export interface InteractionOptions {
  /** How many to give at once, of all kinds together. @default 50 */
  readonly limit?: number | undefined;
  /** Also those that the org has archived: tasks and events older than about a year. @default false */
  readonly archived?: boolean;
  /** Emails with their plain text. @default false */
  readonly emailTexts?: boolean;
}

/** Whose they are: conditions on each kind. */
export interface InteractionScope {
  readonly activities: Condition;
  readonly emails: Condition;
}

/** What a time line is read by. */
export interface InteractionParts {
  readonly tasks: VisiblePart<QueryPage<TaskInteraction>>;
  readonly events: VisiblePart<QueryPage<EventInteraction>>;
  readonly emails: VisiblePart<QueryPage<EmailInteraction>>;
}

const byDate = (date: string): OrderBy[] => [
  { field: date, direction: 'descending', nulls: 'last' },
  { field: 'LastModifiedDate', direction: 'descending' },
  { field: 'Id', direction: 'descending' },
];

/** Tasks, events and emails, three queries; each in the order of the time line and with one more than the limit. */
export function interactionParts(
  scope: InteractionScope,
  { limit, archived = false, emailTexts = false, visible }: InteractionOptions & { visible: VisibleFields },
): InteractionParts {
  // Archived activities are found only together with deleted ones.
  const whereActive = (condition: Condition): Condition[] =>
    archived ? [condition, { field: 'IsDeleted', equals: false }] : [condition];
  const query = (object: string, fields: readonly string[], condition: Condition, date: string): string =>
    buildQuery({
      select: visible.choose(object, fields),
      from: object,
      where: whereActive(condition),
      orderBy: byDate(date),
      ...(limit === undefined ? {} : { limit: limit + 1 }),
    });
  const emailFields = emailTexts ? [...EMAIL_FIELDS, 'TextBody'] : EMAIL_FIELDS;
  return {
    tasks: {
      wanted: { Task: TASK_FIELDS },
      part: () => queryOf('Task', query('Task', TASK_FIELDS, scope.activities, 'ActivityDate'), taskRow),
    },
    events: {
      wanted: { Event: EVENT_FIELDS },
      part: () => queryOf('Event', query('Event', EVENT_FIELDS, scope.activities, 'StartDateTime'), eventRow),
    },
    emails: {
      wanted: { EmailMessage: emailFields },
      part: () => queryOf('EmailMessage', query('EmailMessage', emailFields, scope.emails, 'MessageDate'), emailRow),
    },
  };

  function queryOf<Row>(object: string, soql: string, row: Parameters<typeof queryPart<Row>>[0]['row']) {
    return visible.isVisible(object) ? queryPart({ soql, row, object, all: archived }) : undefined;
  }
}

/** The newest of what was read, as one list; an object that the user does not see has no value. */
export function toTimeLine(
  read: {
    readonly [Kind in keyof InteractionParts]: { readonly records: readonly Interaction[] } | undefined;
  },
  options: {
    readonly limit: number;
    readonly transport: OrgTransport;
    /** The same queries without a limit. */
    readonly rest: () => InteractionParts;
  },
): Section<Interaction> {
  const { limit, transport, rest } = options;
  const lists = [read.tasks, read.events, read.emails].map((page) => page?.records ?? []);
  const sorted = withoutTwins(lists.flat()).sort(compareInteractions);
  const items = sorted.slice(0, limit);
  const complete = sorted.length <= limit && lists.every(({ length }) => length <= limit);
  return {
    items,
    complete,
    async *more({ signal } = {}) {
      if (complete) return;
      const parts = rest();
      const sources = [parts.tasks.part(), parts.events.part(), parts.emails.part()].flatMap((part) =>
        part === undefined
          ? []
          : [pagesOf<Interaction>(transport, part as ReadPart<QueryPage<Interaction>>, { signal })],
      );
      const given = items.flatMap((one) => (one.kind === 'email' && one.taskId ? [one.id, one.taskId] : [one.id]));
      yield* mergeTimeLines(sources, { given: new Set(given) });
    },
  };
}
