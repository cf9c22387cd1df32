import type { Candidate } from '../errors/write-errors.ts';
import type { FieldValues, Match } from '../field-value.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ExternalId, RetrieveOptions, SObjectRecord } from './object-client.ts';

/** What a search by match came to. Several records are a choice to make, never made by luck. */
export type FindResult =
  | { readonly found: 'none' }
  | { readonly found: 'one'; readonly id: string; readonly name: string | null }
  | { readonly found: 'several'; readonly candidates: readonly Candidate[] };

/** Records of any object, by its API name. Each method is one API call and throws a SalesforceError. */
export interface CustomObjects {
  retrieve(object: string, id: string, options?: RetrieveOptions): Promise<SObjectRecord>;
  create(object: string, fields: FieldValues, options?: RequestOptions): Promise<{ readonly id: string }>;
  update(object: string, id: string, fields: FieldValues, options?: RequestOptions): Promise<{ readonly id: string }>;
  upsert(
    object: string,
    externalId: ExternalId,
    fields: FieldValues,
    options?: RequestOptions,
  ): Promise<{ readonly id: string; readonly created: boolean }>;
  delete(object: string, id: string, options?: RequestOptions): Promise<void>;
  /** The records whose fields all have these values; at most 20 are named. */
  find(object: string, match: Match, options?: RequestOptions): Promise<FindResult>;
}
