import { randomBytes } from 'node:crypto';
import type { QueryPages } from '../soql/query-pages.ts';

/** A query whose records did not fit into one page. */
export interface QueryCursor {
  readonly pages: QueryPages;
  readonly pageSize: number;
  /** Nobody else can read on. */
  readonly userId: string;
}

/**
 * Where queries can be read on. Held by the process: a locator does not outlive it, nor two days, nor queries that hold
 * more than a million ids after it.
 */
export interface QueryCursors {
  /** @returns the locator's first part, e.g. `0r8xx5R2sM3DgWhASK` */
  open(cursor: QueryCursor): string;
  find(locator: string, userId: string): QueryCursor | undefined;
  /** Before a row of the object changes: the queries over it remember what they found. */
  freeze(object: string): void;
  /** After which no locator is known. */
  clear(): void;
}

const LIFETIME_MILLISECONDS = 2 * 24 * 60 * 60 * 1000;
const MOST_KEPT = 1_000_000;

export function createQueryCursors({ clock }: { readonly clock: () => Date }): QueryCursors {
  const cursors = new Map<string, { readonly cursor: QueryCursor; readonly openedAt: number }>();

  const forgetOld = (): void => {
    const oldest = clock().getTime() - LIFETIME_MILLISECONDS;
    let kept = 0;
    for (const { cursor } of cursors.values()) kept += cursor.pages.kept();
    for (const [locator, { cursor, openedAt }] of cursors) {
      if (openedAt >= oldest && (kept <= MOST_KEPT || cursors.size === 1)) break;
      cursors.delete(locator);
      kept -= cursor.pages.kept();
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
      forgetOld();
      return locator;
    },
    find(locator, userId) {
      forgetOld();
      const cursor = cursors.get(locator)?.cursor;
      return cursor?.userId === userId ? cursor : undefined;
    },
    freeze(object) {
      if (cursors.size === 0) return;
      for (const { cursor } of cursors.values()) if (cursor.pages.objects.has(object)) cursor.pages.freeze();
    },
    clear: () => cursors.clear(),
  };
}
