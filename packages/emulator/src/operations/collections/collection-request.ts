import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';

const MAX_RECORDS = 200;
const MAX_CHUNKS = 10;

const attributesSchema = z.looseObject({ type: z.string() });
const collectionSchema = z.strictObject({
  allOrNone: z.boolean().optional(),
  // The order of a record's members counts: it stays as it was sent.
  records: z.array(z.record(z.string(), z.unknown())),
});

export interface CollectionRequest {
  readonly allOrNone: boolean;
  readonly records: readonly { readonly type: string; readonly body: Readonly<Record<string, unknown>> }[];
}

export interface ReadCollectionOptions {
  /** Members that may stand before `attributes`: the id, as jsforce sends it. */
  readonly keys?: readonly string[];
}

/**
 * The records in a request's body; `attributes` stands before the fields in each.
 * Source: REST API guide, sObject Collections; the answer to an empty list captured by amp-labs/connectors; jsforce, which
 * sends the id of an update and the external id of an upsert before `attributes`.
 */
export function readCollection(body: unknown, { keys = [] }: ReadCollectionOptions = {}): CollectionRequest {
  const parsed = collectionSchema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`a collection of this shape: ${z.prettifyError(parsed.error)}`);
  const { allOrNone = false, records } = parsed.data;
  checkLength(records.length);
  let chunks = 0;
  let previous: string | undefined;
  const read = records.map((record) => {
    if (Object.keys(record).find((name) => !keys.includes(name.toLowerCase())) !== 'attributes') {
      throw new NotEmulatedError('a record with fields before its attributes');
    }
    const attributes = attributesSchema.safeParse(record['attributes']);
    if (!attributes.success) throw new NotEmulatedError(`attributes like these: ${z.prettifyError(attributes.error)}`);
    const { type } = attributes.data;
    if (type !== previous) chunks += 1;
    previous = type;
    return { type, body: record };
  });
  if (chunks > MAX_CHUNKS)
    throw new NotEmulatedError(`a collection that changes its object more than ${MAX_CHUNKS} times`);
  return { allOrNone, records: read };
}

/** The text of too many is known from the SOAP API; that collections answer the same is not verified. */
export function checkLength(length: number): void {
  if (length === 0) throw refusal('REQUIRED_FIELD_MISSING', 'At least 1 record is required');
  if (length > MAX_RECORDS) {
    throw refusal(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`,
    );
  }
}

function refusal(errorCode: string, message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode, message });
}
