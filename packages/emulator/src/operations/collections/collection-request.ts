import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';

const MAX_RECORDS = 200;
const MAX_CHUNKS = 10;

const recordSchema = z.looseObject({ attributes: z.looseObject({ type: z.string() }) });
const collectionSchema = z.strictObject({ allOrNone: z.boolean().optional(), records: z.array(recordSchema) });

export interface CollectionRequest {
  readonly allOrNone: boolean;
  readonly records: readonly { readonly type: string; readonly body: Readonly<Record<string, unknown>> }[];
}

/**
 * The records in a request's body; `attributes` stands first in each.
 * Source: REST API guide, sObject Collections; the answer to an empty list captured by amp-labs/connectors.
 */
export function readCollection(body: unknown): CollectionRequest {
  const parsed = collectionSchema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`a collection of this shape: ${z.prettifyError(parsed.error)}`);
  const { allOrNone = false, records } = parsed.data;
  checkLength(records.length);
  let chunks = 0;
  const read = records.map((record, index) => {
    if (Object.keys(record)[0] !== 'attributes')
      throw new NotEmulatedError('a record whose attributes stand not first');
    const { type } = record.attributes;
    if (records[index - 1]?.attributes.type !== type) chunks += 1;
    return { type, body: record };
  });
  if (chunks > MAX_CHUNKS)
    throw new NotEmulatedError(`a collection that changes its object more than ${MAX_CHUNKS} times`);
  return { allOrNone, records: read };
}

export function checkLength(length: number): void {
  if (length === 0) {
    throw new SalesforceApiError({
      status: 400,
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'At least 1 record is required',
    });
  }
  if (length > MAX_RECORDS) throw new NotEmulatedError(`a collection of more than ${MAX_RECORDS} records`);
}
