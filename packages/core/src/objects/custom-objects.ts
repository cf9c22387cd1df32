import type { Candidate } from '../errors/write-errors.ts';
import type { FieldValues, Match } from '../field-value.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ExternalId, RetrieveOptions, SObjectRecord } from './object-client.ts';

/** What a search by match came to. Several records are a choice to make, never made by luck. */
export type FindResult =
  | { readonly found: 'none' }
  | { readonly found: 'one'; readonly id: string; readonly name: string | null }
  | { readonly found: 'several'; readonly candidates: readonly Candidate[] };

/** A record with values by its object's describe. */
export interface TypedRecord {
  /** 18 characters. */
  readonly id: string;
  /**
   * By API name. Date-times ISO 8601 in UTC, dates `YYYY-MM-DD`, ids with 18 characters, multi-select picklists as a list of
   * values, addresses and places as their parts.
   */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a look-up came to. Several records are a choice to make, never made by luck. */
export type LookUpResult = (
  | { readonly found: 'none' }
  | { readonly found: 'one'; readonly record: TypedRecord }
  | { readonly found: 'several'; readonly candidates: readonly Candidate[] }
) & {
  /** Fields that were asked for and are not there, or hidden from the user: the org does not say which. */
  readonly hiddenFields: readonly string[];
  /** One, and one more where the object has not been described before. */
  readonly apiCalls: number;
};

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
  /**
   * The one record that fits, with values by the object's describe: by its id (`{ Id }`), an external id, its name, or any
   * fields that can be filtered by.
   * @throws RecordInvalidError naming every field of the match that is not there, or cannot be filtered by
   */
  lookUp(object: string, match: Match, options?: RetrieveOptions): Promise<LookUpResult>;
}
