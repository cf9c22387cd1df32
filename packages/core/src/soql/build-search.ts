import { type Condition, conditionsText } from './condition.ts';
import { type Order, orderText } from './order-by.ts';
import { type SearchMode, searchText } from './search-text.ts';
import { fieldPath, soqlName } from './soql-name.ts';

/** Objects to find a text in, and what to answer of each. */
export interface SearchedObject {
  readonly object: string;
  /** API names. */
  readonly select: readonly string[];
  /** Conditions that must all hold besides. */
  readonly where?: readonly Condition[];
  readonly orderBy?: Order;
  /** @default its share of the whole limit */
  readonly limit?: number;
}

/** A text search as values, as `Query` is for queries. */
export interface Search {
  readonly text: string;
  /** @default 'words' */
  readonly mode?: SearchMode;
  /** Which kinds of fields are looked into. @default 'ALL' */
  readonly in?: 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';
  readonly returning: readonly SearchedObject[];
  /** Of all objects together. @default 2_000, which is the most */
  readonly limit?: number;
}

/** Most rows of a search. Source: SOQL and SOSL Reference, SOSL Limits. */
export const MOST_FOUND = 2_000;

/** The one place where SOSL text is made, by the rules of `buildQuery`. Source: SOQL and SOSL Reference, SOSL Syntax. */
export function buildSearch({ text, mode = 'words', in: group = 'ALL', returning, limit }: Search): string {
  if (returning.length === 0) throw new RangeError('A search names at least one object.');
  const find = `FIND {${searchText(text, mode)}} IN ${group} FIELDS RETURNING ${returning.map(objectText).join(', ')}`;
  return limit === undefined ? find : `${find} LIMIT ${limited(limit)}`;
}

function objectText({ object, select, where = [], orderBy, limit }: SearchedObject): string {
  const parts = [select.map(fieldPath).join(', ')];
  if (select.length === 0) throw new RangeError('A search selects at least one field of each object.');
  if (where.length > 0) parts.push(`WHERE ${conditionsText(where)}`);
  if (orderBy !== undefined) parts.push(`ORDER BY ${orderText(orderBy)}`);
  if (limit !== undefined) parts.push(`LIMIT ${limited(limit)}`);
  return `${soqlName(object)}(${parts.join(' ')})`;
}

function limited(limit: number): number {
  if (Number.isSafeInteger(limit) && limit > 0 && limit <= MOST_FOUND) return limit;
  throw new RangeError(`The limit of a search is a whole number from 1 to ${MOST_FOUND}, not ${limit}.`);
}
