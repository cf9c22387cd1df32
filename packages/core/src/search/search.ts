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
  readonly apiCalls: number;
}

export interface QueryOptions extends RequestOptions {
  /** Deleted records and archived activities too. @default false */
  readonly all?: boolean;
}

/** Finding records of any object. Each method is one API call; further pages of a query one each, when they are asked for. */
export interface Search {
  /**
   * Finds a text in any searchable field, by Salesforce's search index (SOSL). Records appear there some seconds after they are
   * written. Nothing in the text is an operator or a wildcard.
   * @throws RecordInvalidError for a text without a word of two letters or digits, which Salesforce does not search for
   */
  text(text: string, options?: TextSearchOptions): Promise<TextSearchResult>;
  /** Records by conditions (SOQL), which always shows what is there. */
  query(query: Query, options?: QueryOptions): Promise<QueryPage<QueriedRecord> & { readonly apiCalls: number }>;
}

/** A row: what was selected, by name; groups and totals have no id. */
export type QueriedRecord = Readonly<Record<string, unknown>>;
