import type { QueryCursor } from '../../org/query-cursors.ts';

export interface PageOptions {
  readonly cursor: QueryCursor;
  readonly locator: string;
  /** Of the page's first record. */
  readonly offset: number;
  readonly apiVersion: string;
}

/**
 * A page of a query; `nextRecordsUrl` stands before `records` and ends in the offset of the next record.
 * Source: pages recorded by Nango's integration templates (2026-05) and sf-fx-runtime-nodejs.
 */
export function toPage({ cursor, locator, offset, apiVersion }: PageOptions): Record<string, unknown> {
  const next = offset + cursor.pageSize;
  const done = next >= cursor.records.length;
  return {
    totalSize: cursor.totalSize,
    done,
    ...(!done && { nextRecordsUrl: `/services/data/v${apiVersion}/query/${locator}-${next}` }),
    records: cursor.records.slice(offset, next),
  };
}
