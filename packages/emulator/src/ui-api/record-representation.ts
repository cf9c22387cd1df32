import type { StoredRecord } from '../dml/stored-record.ts';
import type { FieldValue } from './record-value.ts';
import { tagged } from './answer-ui-api.ts';
import type { RecordTypeInfo } from './object-info.ts';

export interface RecordRepresentationOptions {
  readonly apiName: string;
  /** Empty of a record that is not there yet. */
  readonly record: StoredRecord;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly recordTypeId: string | null;
  readonly recordTypeInfo: RecordTypeInfo | null;
}

/**
 * A record as UI API prints it. Source: create defaults recorded by lwc-recipes; `eTag` and `weakEtag` (the time of its
 * last change) from a cache of the Lightning Data Service of 2020.
 */
export function recordRepresentation(options: RecordRepresentationOptions): Record<string, unknown> {
  const { apiName, record, fields, recordTypeId, recordTypeInfo } = options;
  const text = (name: string): string | null => (typeof record[name] === 'string' ? record[name] : null);
  const systemModstamp = text('SystemModstamp');
  return tagged({
    apiName,
    childRelationships: {},
    fields: Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    id: text('Id'),
    lastModifiedById: text('LastModifiedById'),
    lastModifiedDate: text('LastModifiedDate'),
    recordTypeId,
    recordTypeInfo,
    systemModstamp,
    weakEtag: systemModstamp === null ? 0 : Date.parse(systemModstamp),
  });
}
