import type { OrderItem, Condition, Query, SelectItem } from './grammar/syntax-tree.ts';
import type { QueryRun } from './query-run.ts';
import type { ApiRecord } from './shape-records.ts';

/** A SELECT of records: the query itself or a child subquery. */
export interface RowsQuery {
  readonly select: readonly SelectItem[];
  readonly where: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly from: Query['from'];
  /** The LIMIT that FIELDS() is judged by. */
  readonly limit: Query['limit'];
}

export interface FoundRow {
  readonly id: string;
  /** Value of the key column, where one was asked for. */
  readonly key: string | null;
  readonly record: ApiRecord;
}

/** Which of the rows found. */
export interface RowWindow {
  /** @default all */
  readonly limit?: number;
  readonly offset?: number;
}

/** A compiled SELECT of records. */
export interface RowsPlan {
  /** The object whose rows they are. */
  readonly object: string;
  /** Every object whose rows decide what is found. */
  readonly objects: ReadonlySet<string>;
  /** An order was asked for, which may have to be worked out anew for each page. */
  readonly sorted: boolean;
  rows(run: QueryRun, window: RowWindow): FoundRow[];
  /** Of the rows that `rows` would give, in the same order. */
  ids(run: QueryRun, window: RowWindow): string[];
  /** In the order of the ids; without the condition, so that what was found is found again. */
  byIds(run: QueryRun, ids: readonly string[]): FoundRow[];
  /** The rows whose key is one of these. */
  byKeys(run: QueryRun, keys: readonly string[]): FoundRow[];
  /** How many rows there are without LIMIT and OFFSET. */
  count(run: QueryRun): number;
}
