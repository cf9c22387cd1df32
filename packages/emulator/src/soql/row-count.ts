import type { QueryRun } from './query-run.ts';
import type { SqlFragment } from './sql-fragment.ts';

export interface CountedRows {
  readonly object: string;
  /** Nothing is filtered but what is deleted. */
  readonly isWhole: boolean;
  readonly includeDeleted: boolean;
  /** Counts them one by one. */
  readonly counted: SqlFragment;
}

/** How many rows a query finds. */
export function countRows(run: QueryRun, { counted }: CountedRows): number {
  return Number(run.rows(counted)[0]?.[0] ?? 0);
}
