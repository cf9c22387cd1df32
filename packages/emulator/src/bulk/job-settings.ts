import { z } from 'zod';
import { externalIdField } from '../dml/find-by-external-id.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { callerOf } from '../operations/caller.ts';
import type { OperationContext } from '../operations/operation.ts';
import { apiVersionOf } from '../operations/sobjects/sobject-request.ts';
import { refuseOtherStandardObject } from '../schema/refuse-other-standard-object.ts';
import { compileQuery } from '../soql/compile-query.ts';
import { columnDelimiters, ingestOperations, type ColumnDelimiter, type JobSettings } from './bulk-job.ts';
import { bulkError } from './bulk-errors.ts';
import { queryColumns } from './query-columns.ts';

const format = {
  contentType: z.literal('CSV').optional(),
  columnDelimiter: z.enum(Object.keys(columnDelimiters) as [ColumnDelimiter, ...ColumnDelimiter[]]).default('COMMA'),
  lineEnding: z.enum(['LF', 'CRLF']).default('LF'),
};

const ingestSchema = z.strictObject({
  ...format,
  object: z.string(),
  operation: z.enum(ingestOperations),
  externalIdFieldName: z.string().optional(),
});

const querySchema = z.strictObject({ ...format, operation: z.enum(['query', 'queryAll']), query: z.string() });

/**
 * What a request for an ingest job asks for. Source: the guide, Create a Job; `INVALIDENTITY` and its text in airbyte's
 * connector; the text for a field that is no external id in public reports, its code not verified.
 */
export function readIngestSettings(context: OperationContext, body: unknown): JobSettings {
  const { object: name, operation, externalIdFieldName, columnDelimiter, lineEnding } = read(ingestSchema, body);
  const object = context.schema.object(name);
  if (!object) {
    refuseOtherStandardObject(name);
    throw bulkError('INVALIDENTITY', `Entity '${name}' is not supported by the Bulk API.`);
  }
  if (operation === 'hardDelete' && context.access?.has('BulkApiHardDelete') !== true) throw hardDeleteNotAllowed();
  if (operation === 'upsert') checkExternalId(context, object.name, externalIdFieldName);
  return {
    object: object.name,
    operation,
    columnDelimiter,
    lineEnding,
    apiVersion: apiVersionOf(context.request),
    ...(operation === 'upsert' && externalIdFieldName !== undefined && { externalIdFieldName }),
  };
}

/** Source: the code in the sf CLI's plugin-data; the text in public logs of Bulk API, and that it is the same here not verified. */
function hardDeleteNotAllowed(): SalesforceApiError {
  return bulkError(
    'FEATURENOTENABLED',
    'FeatureNotEnabled : hardDelete operation requires special user profile permission, please contact your system administrator',
  );
}

function checkExternalId(context: OperationContext, objectName: string, fieldName: string | undefined): void {
  if (fieldName === undefined) {
    throw bulkError(
      'INVALIDJOB',
      `InvalidJob : External ID was blank for ${objectName}. An External ID must be specified for upsert.`,
    );
  }
  if (fieldName.toLowerCase() === 'id') return;
  const object = context.schema.object(objectName);
  try {
    if (object) externalIdField(callerOf(context), object, fieldName);
  } catch (error) {
    if (!(error instanceof SalesforceApiError)) throw error;
    throw bulkError(
      'INVALIDJOB',
      `InvalidJob : Field name provided, '${fieldName}' does not match an External ID, Salesforce Id, or indexed field for ${objectName}`,
    );
  }
}

/** The same for a query job. That a query which cannot be read is answered with `API_ERROR` is not verified. */
export function readQuerySettings(context: OperationContext, body: unknown): JobSettings {
  const { operation, query, columnDelimiter, lineEnding } = read(querySchema, body);
  const apiVersion = apiVersionOf(context.request);
  const { schema } = context;
  try {
    const plan = compileQuery(query, { schema, apiVersion, includeDeleted: operation === 'queryAll' });
    queryColumns(plan, { schema, apiVersion });
    const object = schema.object(plan.query.from.object.text)?.name ?? plan.query.from.object.text;
    return { object, operation, columnDelimiter, lineEnding, apiVersion, query };
  } catch (error) {
    if (!(error instanceof SalesforceApiError) || error.errorCode === 'API_ERROR') throw error;
    throw bulkError('API_ERROR', error.message);
  }
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`a job of this shape: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
