import { randomBytes } from 'node:crypto';

/** A query whose records did not fit into one page. */
export interface QueryCursor {
  readonly totalSize: number;
  readonly records: readonly Record<string, unknown>[];
  readonly pageSize: number;
}

/** Kept in memory: a locator does not outlive the process, nor two days. */
export interface QueryCursors {
  /** @returns the locator's first part, e.g. `0r8xx5R2sM3DgWhASK` */
  open(cursor: QueryCursor): string;
  find(locator: string): QueryCursor | undefined;
}

const LIFETIME_MILLISECONDS = 2 * 24 * 60 * 60 * 1000;

export function createQueryCursors({ clock }: { readonly clock: () => Date }): QueryCursors {
  const cursors = new Map<string, { readonly cursor: QueryCursor; readonly openedAt: number }>();

  const forgetOld = (): void => {
    const oldest = clock().getTime() - LIFETIME_MILLISECONDS;
    for (const [locator, { openedAt }] of cursors) {
      if (openedAt >= oldest) break;
      cursors.delete(locator);
    }
  };

  return {
    open(cursor) {
      forgetOld();
      const locator = `0r8${randomBytes(24)
        .toString('base64')
        .replace(/[^A-Za-z0-9]/g, '')
        .padEnd(15, '0')
        .slice(0, 15)}`;
      cursors.set(locator, { cursor, openedAt: clock().getTime() });
      return locator;
    },
    find(locator) {
      forgetOld();
      return cursors.get(locator)?.cursor;
    },
  };
}
