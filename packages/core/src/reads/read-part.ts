import type { z } from 'zod';
import type { Attempt } from '../errors/attempt.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { parsePart } from '../transport/parse-part.ts';
import type { Subanswer } from '../transport/send-composite.ts';
import { listSchema, type QueryPage, toQueryPage } from './query-page.ts';

/** One part of a read: what is asked, and the value that the answer becomes. */
export interface ReadPart<Value> {
  /** After `/services/data/vXX.X`, URL-encoded. May refer to an earlier part's answer: `@{account.ParentId}`. */
  readonly path: string;
  readonly attempt: Attempt;
  /** Of the five queries that a composite holds it takes one. */
  readonly isQuery: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** That the user may not see it, or that it is not there, is an answer: `undefined`. @default the whole read fails */
  readonly optional?: boolean;
  /** The value of an answer with a status below 300, or 304. */
  toValue(answer: Subanswer, transport: OrgTransport): Value;
}

/** A part whose refusal for what the user may see, or for what the org has, is no error: its value is undefined then. */
export function ifVisible<Value>(part: ReadPart<Value>): ReadPart<Value | undefined> {
  return { ...part, optional: true };
}

/** The records of a SOQL query (of `buildQuery`), a page at a time. */
export function queryPart<Row>(options: {
  readonly soql: string;
  readonly row: z.ZodType<Row>;
  /** Deleted records, and activities that the org has archived, too (`queryAll`). @default false */
  readonly all?: boolean;
  /** Most records of a page, 200 to 2,000. Source: REST API guide, Query Options Header. @default 2000 */
  readonly pageSize?: number | undefined;
  /** What is queried, for errors. */
  readonly object: string;
  readonly attempt?: Partial<Attempt>;
}): ReadPart<QueryPage<Row>> {
  const { soql, row, all = false, pageSize, object } = options;
  const attempt: Attempt = { verb: 'query', object, ...options.attempt };
  return {
    path: `/${all ? 'queryAll' : 'query'}/?q=${encodeURIComponent(soql)}`,
    attempt,
    isQuery: true,
    ...(pageSize === undefined ? {} : { headers: { 'Sforce-Query-Options': `batchSize=${pageSize}` } }),
    toValue: (answered, transport) =>
      toQueryPage(parsePart(listSchema(row), answered, attempt), { transport, row, attempt }),
  };
}

/**
 * A GET of anything that is no query: a record (`/sobjects/Account/001…`), a describe, layouts.
 * The guide's list of what a composite takes names `/sobjects/` and queries, no UI API and no binary fields.
 * Source: REST API guide, Composite.
 */
export function getPart<Value>(options: {
  readonly path: string;
  readonly answer: z.ZodType<Value>;
  readonly attempt: Attempt;
}): ReadPart<Value> {
  const { path, answer, attempt } = options;
  return {
    path,
    attempt,
    isQuery: false,
    toValue: (answered) => parsePart(answer, answered, attempt),
  };
}

/** What an org says of the state of what it answered; given back, it answers only what has changed since. */
export interface Validators {
  readonly etag?: string | undefined;
  /** An HTTP date. */
  readonly lastModified?: string | undefined;
}

/** What was asked for, or that it is as it was. */
export type Conditional<Value> =
  { readonly modified: true; readonly value: Value; readonly validators: Validators } | { readonly modified: false };

/**
 * A GET that is answered only where something has changed since: describes and other metadata.
 * Source: REST API guide, conditional requests: `If-Modified-Since` for describes, `If-None-Match` where there is an ETag.
 */
export function conditionalPart<Value>(options: {
  readonly path: string;
  readonly answer: z.ZodType<Value>;
  readonly attempt: Attempt;
  readonly validators?: Validators | undefined;
}): ReadPart<Conditional<Value>> {
  const { path, answer, attempt, validators = {} } = options;
  const { etag, lastModified } = validators;
  return {
    path,
    attempt,
    isQuery: false,
    headers: {
      ...(etag === undefined ? {} : { 'If-None-Match': etag }),
      ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
    },
    toValue: (answered) =>
      answered.status === 304
        ? { modified: false }
        : {
            modified: true,
            value: parsePart(answer, answered, attempt),
            validators: { etag: answered.headers['ETag'], lastModified: answered.headers['Last-Modified'] },
          },
  };
}
