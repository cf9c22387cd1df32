import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { compileQuery } from './compile-query.ts';
import type { QueryPlan } from './compile-query.ts';
import { countOf } from './count-of.ts';
import { markViewed } from './mark-viewed.ts';
import type { QueryContext } from './query-context.ts';
import { createQueryPages, recordPages } from './query-pages.ts';
import type { QueryPages } from './query-pages.ts';
import { createQueryRun } from './query-run.ts';
import type { QueryRun } from './query-run.ts';
import type { ApiRecord } from './shape-records.ts';

/** A query with its first page. */
export interface OpenedQuery {
  /** Rows found; for `SELECT COUNT() …` the count, with no records. */
  readonly totalSize: number;
  readonly records: readonly ApiRecord[];
  /** The further ones; undefined where the first page is all. */
  readonly pages?: QueryPages;
}

export interface OpenQueryOptions {
  /** Records of a page, and of each list of children. */
  readonly pageSize: number;
  /** Keeps what does not fit into a list of children, and gives the URL that it is asked for with. */
  readonly keepChildren: (pages: QueryPages) => string;
}

/** Runs a query as far as its first page; what it costs does not grow with the rows behind it. Throws as `runQuery` does. */
export function openQuery(
  soql: string,
  context: QueryContext,
  { pageSize, keepChildren }: OpenQueryOptions,
): OpenedQuery {
  const plan = compileQuery(soql, context);
  const run: QueryRun = createQueryRun(context, {
    listChildren(records) {
      if (records.length <= pageSize) return { totalSize: records.length, done: true, records };
      const nextRecordsUrl = keepChildren(recordPages(records));
      return { totalSize: records.length, done: false, nextRecordsUrl, records: records.slice(0, pageSize) };
    },
  });
  if (plan.kind === 'count') return { totalSize: countOf(plan, run), records: [] };
  if (plan.kind === 'aggregate') return openAggregate(plan, run, pageSize);

  const { limit, offset } = plan.window;
  const first = plan.rows.rows(run, {
    limit: Math.min(limit ?? Infinity, pageSize + 1),
    ...(offset !== undefined && { offset }),
  });
  const page = first.slice(0, pageSize);
  if (plan.viewed) markViewed(plan.viewed, page, plan.rows.object, context);
  const records = page.map(({ record }) => record);
  if (first.length <= pageSize) return { totalSize: first.length, records };
  const totalSize = countOf(plan, run);
  return { totalSize, records, pages: createQueryPages({ plan, run, totalSize }) };
}

/** Source: public logs of clients; the code is not verified. */
function openAggregate(
  { groups, window }: Extract<QueryPlan, { kind: 'aggregate' }>,
  run: QueryRun,
  pageSize: number,
): OpenedQuery {
  const records = groups.rows(run, { ...window, limit: Math.min(window.limit ?? Infinity, pageSize + 1) });
  if (records.length <= pageSize) return { totalSize: records.length, records };
  throw new SalesforceApiError({
    status: 400,
    errorCode: 'EXCEEDED_ID_LIMIT',
    message: 'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
  });
}
