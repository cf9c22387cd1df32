import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { runQuery } from '../../soql/run-query.ts';
import { callerOf } from '../caller.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { toPage } from './to-page.ts';

/** Runs `?q=` and answers with its first page. Source: query results recorded by Nango's integration templates, 2026-05. */
export function answerQuery(
  context: OperationContext,
  { includeDeleted }: { readonly includeDeleted: boolean },
): OperationResponse {
  const { org, request } = context;
  const soql = request.query.get('q');
  if (soql === null) {
    const other = [...request.query.keys()][0];
    if (other !== undefined) throw new NotEmulatedError(`the parameter ${other}`);
    throw malformedQuery('A query string has to be specified');
  }
  if (request.query.has('columns')) throw new NotEmulatedError('the parameter columns');
  if (soql.trim() === '') throw malformedQuery('SOQL statements cannot be empty or null');

  const apiVersion = apiVersionOf(request);
  const { userId } = callerOf(context);
  const { totalSize, records } = runQuery(soql, {
    schema: context.schema,
    database: org.database,
    now: org.clock,
    apiVersion,
    userId,
    includeDeleted,
  });
  const pageSize = pageSizeOf(request.headers['sforce-query-options']);
  if (records.length <= pageSize) return { status: 200, body: { totalSize, done: true, records } };
  const locator = org.cursors.open({ totalSize, records, pageSize });
  return { status: 200, body: toPage({ cursor: { totalSize, records, pageSize }, locator, offset: 0, apiVersion }) };
}

/** `Sforce-Query-Options: batchSize=…`, 200 to 2000. Source: REST API guide, Query Options Header. */
function pageSizeOf(header: string | undefined): number {
  const asked = Number(/batchSize\s*=\s*(\d+)/i.exec(header ?? '')?.[1] ?? 2000);
  return Math.min(2000, Math.max(200, asked));
}

/** Source: public logs of clients. */
function malformedQuery(message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode: 'MALFORMED_QUERY', message });
}
