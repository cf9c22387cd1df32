import type { QueryPlan } from './compile-query.ts';
import type { QueryRun } from './query-run.ts';

/** Rows that a query finds, LIMIT and OFFSET heeded. */
export function countOf({ rows, window }: Extract<QueryPlan, { kind: 'count' | 'rows' }>, run: QueryRun): number {
  const left = Math.max(0, rows.count(run) - (window.offset ?? 0));
  return Math.min(left, window.limit ?? left);
}
