import { z } from 'zod';
import type { Attempt } from '../errors/attempt.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** Records that came with one API call, and the way to those that did not. */
export interface QueryPage<Row> {
  readonly records: readonly Row[];
  /** How many the query found, on all pages. */
  readonly totalSize: number;
  /** There are no further pages. */
  readonly complete: boolean;
  /**
   * The further pages, each read when it is asked for and one API call. What the query found was fixed when it was asked;
   * the org keeps it for two days. Nothing where `complete`.
   */
  more(options?: RequestOptions): AsyncGenerator<FurtherPage<Row>, void, undefined>;
}

export interface FurtherPage<Row> {
  readonly records: readonly Row[];
  /** What this page cost. */
  readonly apiCalls: number;
}

/** What a page is read by. */
export interface PageContext<Row> {
  readonly transport: OrgTransport;
  readonly row: z.ZodType<Row>;
  readonly attempt: Attempt;
}

/** Where the next page is, e.g. `/services/data/v66.0/query/0r8xx5R2sM3DgWhASK-2000`: the path after the version. */
const nextPathSchema = z
  .string()
  .regex(/^\/services\/data\/v\d+\.0\/query(?:All)?\/[A-Za-z0-9-]+$/, 'expected the path of a further page')
  .transform((url) => url.replace(/^\/services\/data\/v\d+\.0/, ''));

/** Zod compiles a schema when it is first used, which costs more than using it. */
const listSchemas = new WeakMap<z.ZodType, unknown>();

/** A page as it is answered. Source: REST API guide, Query; recorded traffic for the form of locators. */
export function listSchema<Row>(row: z.ZodType<Row>): ReturnType<typeof createListSchema<Row>> {
  const known = listSchemas.get(row) as ReturnType<typeof createListSchema<Row>> | undefined;
  const schema = known ?? createListSchema(row);
  if (known === undefined) listSchemas.set(row, schema);
  return schema;
}

function createListSchema<Row>(row: z.ZodType<Row>) {
  return z
    .object({
      totalSize: z.number().int(),
      done: z.boolean(),
      nextRecordsUrl: nextPathSchema.nullish(),
      records: z.array(row),
    })
    .refine(({ done, nextRecordsUrl }) => done || typeof nextRecordsUrl === 'string', 'expected a nextRecordsUrl');
}

/** The children of a record in its parent's query, as they are answered: `null` where there are none. */
export function childListSchema<Row>(row: z.ZodType<Row>) {
  return listSchema(row)
    .nullable()
    .transform((list) => list ?? { totalSize: 0, done: true, nextRecordsUrl: null, records: [] });
}

/** An answered page as a value that knows its further ones: of a query, or of the children in one. */
export function toQueryPage<Row>(
  list: z.output<ReturnType<typeof listSchema<Row>>>,
  context: PageContext<Row>,
): QueryPage<Row> {
  const next = list.nextRecordsUrl ?? undefined;
  return {
    records: list.records,
    totalSize: list.totalSize,
    complete: next === undefined,
    more: (options) => furtherPages(next, context, options),
  };
}

async function* furtherPages<Row>(
  first: string | undefined,
  { transport, row, attempt }: PageContext<Row>,
  { signal }: RequestOptions = {},
): AsyncGenerator<FurtherPage<Row>, void, undefined> {
  let next = first;
  while (next !== undefined) {
    const meter = createCallMeter();
    const answer = listSchema(row);
    const list: z.output<typeof answer> = await transport.send({
      method: 'GET',
      path: next,
      answer,
      attempt,
      meter,
      signal,
    });
    yield { records: list.records, apiCalls: meter.calls };
    next = list.nextRecordsUrl ?? undefined;
  }
}
