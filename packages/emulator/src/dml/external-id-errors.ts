import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { toShortId } from '../org/record-id.ts';
import type { StoredRecord } from './stored-record.ts';

/** Source: SOAP API guide, upsert; the text in public logs of data loaders. */
export function externalIdMissing(field: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'MISSING_ARGUMENT',
    message: `${field} not specified`,
    fields: [],
  });
}

/** Source: public logs of data loaders (SOAP API). */
export function severalRecordsMatch(field: string, records: readonly StoredRecord[]): SalesforceApiError {
  const ids = records.map((record) => toShortId(String(record['Id'])));
  return new SalesforceApiError({
    status: 400,
    errorCode: 'DUPLICATE_EXTERNAL_ID',
    message: `${field}: more than one record found for external id field: [${ids.join(', ')}]`,
    fields: [field],
  });
}
