import type { SQLInputValue } from 'node:sqlite';
import { localTimeText } from './calendar-day.ts';
import type { QueryContext } from './query-context.ts';
import { registerFoldCase } from './fold-case.ts';
import { fitsPattern } from './like-pattern.ts';
import type { ResultRow } from './select-columns.ts';
import type { ApiRecord } from './shape-records.ts';
import { bind } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { preparedStatement } from './prepared-statement.ts';
import { userCalendar } from './user-calendar.ts';
import type { UserCalendar } from './user-calendar.ts';

/** One run of a compiled query: for whom, and when. */
export interface QueryRun {
  readonly now: Date;
  readonly userId: string;
  readonly calendar: () => UserCalendar;
  /** Rows as arrays, in the order of the columns. */
  rows(query: SqlFragment): ResultRow[];
  /** A list of children as a query result. */
  readonly listChildren: ListChildren;
}

type ListChildren = (records: readonly ApiRecord[]) => ApiRecord;

/** @param listChildren makes the result of a subquery. @default all of it, on one page */
export function createQueryRun(
  context: QueryContext,
  { listChildren = wholeList }: { readonly listChildren?: ListChildren } = {},
): QueryRun {
  const { database } = context;
  registerFunctions(context);
  let calendar: UserCalendar | undefined;
  const run: QueryRun = {
    now: context.now(),
    userId: context.userId,
    listChildren,
    calendar: () => (calendar ??= userCalendar(context)),
    rows({ text, values }) {
      const statement = preparedStatement(database, text);
      return statement.all(...bind(values, run)) as unknown as ResultRow[];
    },
  };
  return run;
}

function wholeList(records: readonly ApiRecord[]): ApiRecord {
  return { totalSize: records.length, done: true, records };
}

const registered = new WeakSet<QueryContext['database']>();

function registerFunctions({ database }: QueryContext): void {
  if (registered.has(database)) return;
  registerFoldCase(database);
  database.function('local_time', { deterministic: true }, (instant: SQLInputValue, zone: SQLInputValue) =>
    typeof instant === 'string' && typeof zone === 'string' ? localTimeText(new Date(instant), zone) : null,
  );
  database.function('fits_pattern', { deterministic: true }, (text: SQLInputValue, pattern: SQLInputValue) =>
    typeof text === 'string' && typeof pattern === 'string' ? Number(fitsPattern(text, pattern)) : null,
  );
  registered.add(database);
}
