import { compileQuery } from './compile-query.ts';
import { countOf } from './count-of.ts';
import { markViewed } from './mark-viewed.ts';
import type { QueryContext, QueryRows } from './query-context.ts';
import { createQueryRun } from './query-run.ts';

/**
 * Runs a SOQL query to its end. Throws `SalesforceApiError` (MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD,
 * INVALID_QUERY_FILTER_OPERATOR, NUMBER_OUTSIDE_VALID_RANGE) as Salesforce would, and `NotEmulatedError` for what is
 * not run here; `docs/soql.md` lists it.
 */
export function runQuery(soql: string, context: QueryContext): QueryRows {
  const plan = compileQuery(soql, context);
  const run = createQueryRun(context);
  if (plan.kind === 'count') return { totalSize: countOf(plan, run), records: [] };
  if (plan.kind === 'aggregate') {
    const records = plan.groups.rows(run, plan.window);
    return { totalSize: records.length, records };
  }
  const found = plan.rows.rows(run, plan.window);
  if (plan.viewed) markViewed(plan.viewed, found, plan.rows.object, context);
  return { totalSize: found.length, records: found.map(({ record }) => record) };
}
