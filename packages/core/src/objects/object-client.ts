import type { EnrichResult, Enrichment } from '../enrich/enrichment.ts';
import type { FieldValues } from '../field-value.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** A record as the org answers it: requested fields by API name, `Id` always 18 characters. */
export type SObjectRecord = Readonly<Record<string, unknown>> & { readonly Id: string };

/** Which record an upsert is about: a field that is an External Id (or idLookup), and its value. */
export interface ExternalId {
  readonly field: string;
  readonly value: string | number;
}

export interface RetrieveOptions extends RequestOptions {
  /** API names. @default every field the user may read */
  readonly fields?: readonly string[];
}

/** Records of one object. Each method is one API call and throws a SalesforceError. */
export interface ObjectClient<Create extends object = FieldValues, Update extends object = Partial<Create>> {
  retrieve(id: string, options?: RetrieveOptions): Promise<SObjectRecord>;
  create(fields: Create, options?: RequestOptions): Promise<{ readonly id: string }>;
  update(id: string, fields: Update, options?: RequestOptions): Promise<{ readonly id: string }>;
  /** Update the record with this External Id, or create it. Several of them: RecordAmbiguousError, and nothing is written. */
  upsert(
    externalId: ExternalId,
    fields: Update,
    options?: RequestOptions,
  ): Promise<{ readonly id: string; readonly created: boolean }>;
  /**
   * Write what is known from elsewhere, each field as it says (`fillBlank` by default), decided against what is there and
   * without losing what others write meanwhile. Two API calls, one when there is nothing to write, more when others write;
   * waits up to three seconds for a record that was changed just now. RecordLockedError when they do not stop.
   */
  enrich(id: string, enrichment: Enrichment, options?: RequestOptions): Promise<EnrichResult>;
  delete(id: string, options?: RequestOptions): Promise<void>;
}
