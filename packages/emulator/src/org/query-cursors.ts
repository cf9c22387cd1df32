import { randomBytes } from 'node:crypto';

/** A query whose records did not fit into one page. */
export interface QueryCursor {
  readonly totalSize: number;
  readonly records: readonly Record<string, unknown>[];
  readonly pageSize: number;
}

/** Kept in memory: a locator does not outlive the process, nor two days, nor a million records of later queries. */
export interface QueryCursors {
  /** @returns the locator's first part, e.g. `0r8xx5R2sM3DgWhASK` */
  open(cursor: QueryCursor): string;
  find(locator: string): QueryCursor | undefined;
}

const LIFETIME_MILLISECONDS = 2 * 24 * 60 * 60 * 1000;
const MOST_RECORDS = 1_000_000;

export function createQueryCursors({ clock }: { readonly clock: () => Date }): QueryCursors {
  const cursors = new Map<string, { readonly cursor: QueryCursor; readonly openedAt: number }>();
  let kept = 0;

  const forgetOld = (): void => {
    const oldest = clock().getTime() - LIFETIME_MILLISECONDS;
    for (const [locator, { cursor, openedAt }] of cursors) {
      if (openedAt >= oldest && (kept <= MOST_RECORDS || cursors.size === 1)) break;
      cursors.delete(locator);
      kept -= cursor.records.length;
    }
  };

  return {
    open(cursor) {
      const locator = `0r8${randomBytes(24)
        .toString('base64')
        .replace(/[^A-Za-z0-9]/g, '')
        .padEnd(15, '0')
        .slice(0, 15)}`;
      cursors.set(locator, { cursor, openedAt: clock().getTime() });
      kept += cursor.records.length;
      forgetOld();
      return locator;
    },
    find(locator) {
      forgetOld();
      return cursors.get(locator)?.cursor;
    },
  };
}
