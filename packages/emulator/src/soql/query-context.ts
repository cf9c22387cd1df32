import type { DatabaseSync } from 'node:sqlite';
import type { OrgSchema } from '../schema/object-definition.ts';

/** What a query runs against, and for whom. */
export interface QueryContext {
  readonly schema: OrgSchema;
  readonly database: DatabaseSync;
  /** Date literals such as TODAY are relative to it. */
  readonly now: () => Date;
  /** As in the request's path, e.g. `66.0`; printed in the URLs of `attributes`. */
  readonly apiVersion: string;
  /** Whose time zone and locale decide what TODAY and THIS_WEEK are. */
  readonly userId: string;
  /** Deleted rows are found too, as `queryAll` does. @default false */
  readonly includeDeleted?: boolean;
}

export interface QueryRows {
  /** Rows found; for `SELECT COUNT() …` the count, with no records. */
  readonly totalSize: number;
  /** API-shaped, each with its `attributes`; not paged. */
  readonly records: Record<string, unknown>[];
}
