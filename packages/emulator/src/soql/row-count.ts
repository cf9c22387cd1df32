import type { QueryRun } from './query-run.ts';
import { ROW_COUNT_TABLE } from '../schema/prepare-row-count.ts';
import { sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

export interface CountedRows {
  readonly object: string;
  /** Nothing is filtered but what is deleted. */
  readonly isWhole: boolean;
  readonly includeDeleted: boolean;
  /** Counts them one by one. */
  readonly counted: SqlFragment;
}

/** How many rows a query finds; without a condition, as it is kept. */
export function countRows(run: QueryRun, { object, isWhole, includeDeleted, counted }: CountedRows): number {
  if (isWhole) {
    const kept = sql(`SELECT total, deleted FROM ${ROW_COUNT_TABLE} WHERE object = ?`, object);
    const [total, deleted] = run.rows(kept)[0] ?? [];
    if (typeof total === 'number') return includeDeleted ? total : total - Number(deleted);
  }
  return Number(run.rows(counted)[0]?.[0] ?? 0);
}
