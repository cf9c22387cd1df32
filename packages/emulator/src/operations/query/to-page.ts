import type { QueryCursor } from '../../org/query-cursors.ts';
import type { ApiRecord } from '../../soql/shape-records.ts';

export interface PageOptions {
  readonly cursor: QueryCursor;
  readonly locator: string;
  /** Of the page's first record. */
  readonly offset: number;
  readonly apiVersion: string;
  /** @default what the cursor has there */
  readonly records?: readonly ApiRecord[];
}

/**
 * A page of a query; `nextRecordsUrl` stands before `records` and ends in the offset of the next record.
 * Source: pages recorded by Nango's integration templates (2026-05) and sf-fx-runtime-nodejs.
 */
export function toPage({ cursor, locator, offset, apiVersion, records }: PageOptions): Record<string, unknown> {
  const { pages, pageSize } = cursor;
  const next = offset + pageSize;
  const done = next >= pages.totalSize;
  return {
    totalSize: pages.totalSize,
    done,
    ...(!done && { nextRecordsUrl: nextRecordsUrl(locator, next, apiVersion) }),
    records: records ?? pages.page(offset, pageSize),
  };
}

/** Where a query is read on; `/query/` for queryAll too. */
export function nextRecordsUrl(locator: string, offset: number, apiVersion: string): string {
  return `/services/data/v${apiVersion}/query/${locator}-${offset}`;
}
