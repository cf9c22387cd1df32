import { createRecord } from '../dml/create-record.ts';
import { deleteRecord } from '../dml/delete-record.ts';
import type { DmlContext } from '../dml/dml-context.ts';
import { externalIdMissing, severalRecordsMatch } from '../dml/external-id-errors.ts';
import { findByExternalId } from '../dml/find-by-external-id.ts';
import { hardDeleteRecord } from '../dml/hard-delete-record.ts';
import { updateRecord } from '../dml/update-record.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { parseRecordId } from '../org/record-id.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { BulkJob, RowResult } from './bulk-job.ts';
import type { Column } from './read-columns.ts';
import { toRecord } from './to-record.ts';
import type { CsvRecord } from './to-record.ts';

export interface SaveRowOptions {
  readonly context: DmlContext;
  readonly job: BulkJob;
  /** As the job's user sees it. */
  readonly object: ObjectDefinition;
  readonly columns: readonly Column[];
}

/** Writes one record, or says why not: the others of the job are not touched by that. @throws NotEmulatedError */
export function saveRow(options: SaveRowOptions, row: number, values: readonly string[]): RowResult {
  const { context, columns } = options;
  try {
    const { id, created } = context.org.transaction(() => save(options, toRecord(columns, values)));
    return { row, outcome: 'success', recordId: id, created, error: undefined };
  } catch (error) {
    if (!(error instanceof SalesforceApiError) || error instanceof NotEmulatedError) throw error;
    const id = values[columns.findIndex(({ kind }) => kind === 'id')] || undefined;
    return { row, outcome: 'failure', recordId: id, created: false, error: toText(error) };
  }
}

function save({ context, job, object }: SaveRowOptions, record: CsvRecord): { id: string; created: boolean } {
  switch (job.operation) {
    case 'insert':
      return { id: createRecord(context, object, record.body), created: true };
    case 'update': {
      const id = required(record.id, 'Id not specified in an update call');
      updateRecord(context, object, id, record.body);
      return { id, created: false };
    }
    case 'delete': {
      const id = required(record.id, 'Id not specified in a delete call');
      deleteRecord(context, object, id);
      return { id, created: false };
    }
    case 'hardDelete': {
      const id = required(record.id, 'Id not specified in a delete call');
      hardDeleteRecord(context, object, id);
      return { id, created: false };
    }
    case 'upsert':
      return upsert(context, object, job.externalIdFieldName ?? 'Id', record);
    default:
      throw new Error(`The job ${job.id} is no ingest job.`);
  }
}

function upsert(
  context: DmlContext,
  object: ObjectDefinition,
  fieldName: string,
  { id, body }: CsvRecord,
): { id: string; created: boolean } {
  if (fieldName.toLowerCase() === 'id') {
    if (id === undefined) return { id: createRecord(context, object, body), created: true };
    updateRecord(context, object, id, body);
    return { id: longId(id), created: false };
  }
  const key = Object.keys(body).find((name) => name.toLowerCase() === fieldName.toLowerCase());
  const value = key === undefined ? undefined : body[key];
  if (key === undefined || typeof value !== 'string') throw externalIdMissing(fieldName);
  const { [key]: _, ...values } = body;
  const match = findByExternalId(context, object, key, value);
  if (match.records.length > 1) throw severalRecordsMatch(match.field.name, match.records);
  const [found] = match.records;
  if (!found) {
    return { id: createRecord(context, object, values, { [match.field.name]: match.value }), created: true };
  }
  const foundId = String(found['Id']);
  updateRecord(context, object, foundId, values);
  return { id: foundId, created: false };
}

/** Source: SOAP API guide; the text of the update is captured from a collection by amp-labs/connectors. */
function required(id: string | undefined, message: string): string {
  if (id === undefined) {
    throw new SalesforceApiError({ status: 400, errorCode: 'MISSING_ARGUMENT', message, fields: ['Id'] });
  }
  return longId(id);
}

function longId(id: string): string {
  return parseRecordId(id) ?? id;
}

/** `CODE:message:fields --`. Source: failed results captured by amp-labs/connectors; public logs. */
function toText(error: SalesforceApiError): string {
  return error
    .toSaveErrors()
    .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.map((name) => `${name} `).join('')}--`)
    .join(';');
}
