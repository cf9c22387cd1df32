import type { SObjectRecord } from '../objects/object-client.ts';
import type { QueryPage } from '../reads/query-page.ts';
import type { Query } from '../soql/build-query.ts';
import type { SearchMode } from '../soql/search-text.ts';
import type { SearchedObject } from '../soql/build-search.ts';
import type { RequestOptions } from '../transport/request-options.ts';

export interface TextSearchOptions extends RequestOptions {
  /**
   * Objects to search, with the fields to answer, conditions, order and limit of each.
   * @default accounts, contacts and deals with the fields that tell them apart, 20 of each
   */
  readonly objects?: readonly SearchedObject[];
  /** @default 'words' */
  readonly mode?: SearchMode;
  /** Which kinds of fields are looked into. @default 'ALL' */
  readonly in?: 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';
  /** Of all objects together, 2,000 at most. */
  readonly limit?: number;
}

/** A record that fits a search, most relevant first among those of its object. */
export interface FoundRecord {
  /** API name. */
  readonly object: string;
  /** 18 characters. */
  readonly id: string;
  readonly record: SObjectRecord;
}

export interface TextSearchResult {
  readonly found: readonly FoundRecord[];
  /** Objects with as many records as their limit: there may be more. */
  readonly limited: readonly string[];
  /** Fields that were asked for, as `Object.Field`, and are not there or hidden from the user: the org does not say which. */
  readonly hiddenFields: readonly string[];
  /** Objects that were not searched, since they are not there or hidden from the user. */
  readonly hiddenObjects: readonly string[];
  readonly apiCalls: number;
}

export interface QueryOptions extends RequestOptions {
  /** Deleted records and archived activities too. @default false */
  readonly all?: boolean;
}

/** What a query found. */
export interface QueryResult extends QueryPage<QueriedRecord> {
  /** Fields that were selected, and are not there or hidden from the user: the org does not say which. */
  readonly hiddenFields: readonly string[];
  readonly apiCalls: number;
}

/**
 * Finding records of any object. Each method is one API call; further pages of a query one each, when they are asked for. Where
 * the org refuses a field, two more find out what is hidden and ask for the rest, which is remembered.
 */
export interface Search {
  /**
   * Finds a text in any searchable field, by Salesforce's search index (SOSL). Records appear there some seconds after they are
   * written. Nothing in the text is an operator or a wildcard.
   * @throws RecordInvalidError for a text without a word of two letters or digits, which Salesforce does not search for
   */
  text(text: string, options?: TextSearchOptions): Promise<TextSearchResult>;
  /**
   * Records by conditions (SOQL), which always shows what is there. A hidden field is left out of what is selected; one to
   * filter, group, order or sum up by is refused, since the answer would mean something else without it.
   * @throws RequestInvalidError naming the field
   */
  query(query: Query, options?: QueryOptions): Promise<QueryResult>;
}

/** A row: what was selected, by name; groups and totals have no id. */
export type QueriedRecord = Readonly<Record<string, unknown>>;
