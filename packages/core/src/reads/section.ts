import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { FurtherPage, QueryPage } from './query-page.ts';
import { readComposite } from './read-composite.ts';
import type { ReadPart } from './read-part.ts';

/** The first of several related records, and the way to all others. */
export interface Section<Item> {
  readonly items: readonly Item[];
  /** These are all that there are. */
  readonly complete: boolean;
  /** All others in the same order, up to 2,000 a page; each page is one API call. Nothing where `complete`. */
  more(options?: RequestOptions): AsyncGenerator<FurtherPage<Item>, void, undefined>;
}

/** Nothing: of an object that the user does not see. */
export function emptySection<Item>(): Section<Item> {
  return { items: [], complete: true, async *more() {} };
}

/**
 * The first `limit` of what was read with one more than the limit, and the way to the others.
 * @param rest The same query without a limit; it is asked when someone wants more.
 */
export function toSection<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { limit, rest, transport }: { limit: number; rest: () => ReadPart<QueryPage<Row>>; transport: OrgTransport },
): Section<Row> {
  const items = rows.slice(0, limit);
  const complete = rows.length <= limit;
  return {
    items,
    complete,
    async *more(options) {
      if (complete) return;
      const given = new Set(items.map(({ id }) => id));
      for await (const { records, apiCalls } of pagesOf(transport, rest(), options)) {
        yield { records: records.filter(({ id }) => !given.has(id)), apiCalls };
      }
    },
  };
}

/** All pages of a query, the first one included; each is one API call. */
export async function* pagesOf<Row>(
  transport: OrgTransport,
  part: ReadPart<QueryPage<Row>>,
  options?: RequestOptions,
): AsyncGenerator<FurtherPage<Row>, void, undefined> {
  const { values, apiCalls } = await readComposite(transport, { page: part }, options);
  yield { records: values.page.records, apiCalls };
  yield* values.page.more(options);
}
