import type { QueryPlan } from './compile-query.ts';
import type { QueryRun } from './query-run.ts';
import type { ApiRecord } from './shape-records.ts';

/**
 * The pages of a query. Which rows there are, and in which order, is what it was when the query was asked, whatever is
 * written later; their values are those of the moment in which a page is read. A row that is no longer in the database
 * is left out; one in the recycle bin is not.
 */
export interface QueryPages {
  readonly totalSize: number;
  /** The objects whose rows decide what is found. */
  readonly objects: ReadonlySet<string>;
  page(offset: number, limit: number): ApiRecord[];
  /** Must be called before a row of one of the objects changes. */
  freeze(): void;
  /** What is held in memory for it: ids or records. */
  kept(): number;
}

export interface QueryPagesOptions {
  readonly plan: Extract<QueryPlan, { kind: 'rows' }>;
  readonly run: QueryRun;
  readonly totalSize: number;
}

/**
 * Until something is written, a page is asked for anew: nothing is held. Then, or where sorting everything for each page
 * would be too dear, the ids are kept.
 */
export function createQueryPages({ plan, run, totalSize }: QueryPagesOptions): QueryPages {
  const { rows, window } = plan;
  let ids: string[] | undefined;
  const freeze = (): void => {
    ids ??= rows.ids(run, window);
  };
  return {
    totalSize,
    objects: rows.objects,
    freeze,
    kept: () => ids?.length ?? 0,
    page(offset, limit) {
      if (rows.sorted) freeze();
      const left = Math.min(limit, totalSize - offset);
      const found = ids
        ? rows.byIds(run, ids.slice(offset, offset + left))
        : rows.rows(run, { limit: left, offset: (window.offset ?? 0) + offset });
      return found.map(({ record }) => record);
    },
  };
}

/** Pages of records that are there already. */
export function recordPages(records: readonly ApiRecord[]): QueryPages {
  return {
    totalSize: records.length,
    objects: new Set(),
    freeze: () => undefined,
    kept: () => records.length,
    page: (offset, limit) => records.slice(offset, offset + limit),
  };
}
