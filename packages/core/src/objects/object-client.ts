import type { FieldValue, FieldValues } from '../field-value.ts';
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
export interface ObjectClient<Fields extends object = FieldValues> {
  retrieve(id: string, options?: RetrieveOptions): Promise<SObjectRecord>;
  create(fields: Fields, options?: RequestOptions): Promise<{ readonly id: string }>;
  update(id: string, fields: Partial<Fields>, options?: RequestOptions): Promise<{ readonly id: string }>;
  /** Update the record with this External Id, or create it. Several of them: RecordAmbiguousError, and nothing is written. */
  upsert(
    externalId: ExternalId,
    fields: Partial<Fields>,
    options?: RequestOptions,
  ): Promise<{ readonly id: string; readonly created: boolean }>;
  delete(id: string, options?: RequestOptions): Promise<void>;
}

/** Fields of any object beside the typed ones. */
export interface OtherFields {
  readonly [apiName: string]: FieldValue | undefined;
}
