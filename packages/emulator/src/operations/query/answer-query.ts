import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { columnMetadata } from '../../soql/column-metadata.ts';
import { openQuery } from '../../soql/open-query.ts';
import type { QueryPages } from '../../soql/query-pages.ts';
import { callerOf } from '../caller.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { nextRecordsUrl, toPage } from './to-page.ts';

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
  if (soql.trim() === '') throw malformedQuery('SOQL statements cannot be empty or null');

  const apiVersion = apiVersionOf(request);
  const { userId } = callerOf(context);
  if (request.query.get('columns')?.toLowerCase() === 'true') {
    return { status: 200, body: columnMetadata(soql, { schema: context.schema, apiVersion, includeDeleted }) };
  }
  const pageSize = pageSizeOf(request.headers['sforce-query-options']);
  const openCursor = (pages: QueryPages): string => org.cursors.open({ pages, pageSize, userId });
  const { totalSize, records, pages } = openQuery(
    soql,
    { schema: context.schema, database: org.database, now: org.clock, apiVersion, userId, includeDeleted },
    { pageSize, keepChildren: (children) => nextRecordsUrl(openCursor(children), pageSize, apiVersion) },
  );
  if (!pages) return { status: 200, body: { totalSize, done: true, records } };
  const cursor = { pages, pageSize, userId };
  return { status: 200, body: toPage({ cursor, locator: openCursor(pages), offset: 0, apiVersion, records }) };
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
