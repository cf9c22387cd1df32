import type { Query } from '@jetstreamapp/soql-parser-js';
import { checkContentDocumentLinkFilter } from './content-document-link-filter.ts';
import { compileWhere } from './compile-where.ts';
import type { FieldScope } from './field-scope.ts';
import { registerFoldCase } from './fold-case.ts';
import { parseSoql } from './parse-soql.ts';
import type { QueryContext, QueryRows } from './query-context.ts';
import { compileLimits } from './row-limits.ts';
import { runAggregate } from './run-aggregate.ts';
import { runRows } from './run-rows.ts';
import { joinSql, sql } from './sql-fragment.ts';
import { createStatement, queriedObject, scopeOf, undeletedSql } from './statement.ts';
import type { Statement } from './statement.ts';

/**
 * Runs a SOQL query. Throws `SalesforceApiError` (MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD,
 * INVALID_QUERY_FILTER_OPERATOR, NUMBER_OUTSIDE_VALID_RANGE) as Salesforce would, and `NotEmulatedError` for what is
 * not run here: TYPEOF, ROLLUP and CUBE, WITH, USING SCOPE, FOR, geolocation, currency and label functions.
 */
export function runQuery(soql: string, context: QueryContext): QueryRows {
  registerFoldCase(context.database);
  const query = parseSoql(soql);
  const statement = createStatement(soql, context);
  const object = queriedObject(query.sObject ?? '', statement);
  if (object.name === 'ContentDocumentLink') checkContentDocumentLinkFilter(query, soql);
  const scope = scopeOf(object, statement, query.sObjectAlias);

  if (isCount(query)) return { totalSize: countRows(query, scope, statement), records: [] };
  const records = isAggregate(query)
    ? runAggregate(query, scope, statement)
    : runRows({ fields: query.fields ?? [], ...query }, { scope, statement, depth: 0 }).map(({ record }) => record);
  return { totalSize: records.length, records };
}

/** `SELECT COUNT() FROM …`, which answers with a number and no records. */
function isCount({ fields, groupBy }: Query): boolean {
  const only = fields?.length === 1 ? fields[0] : undefined;
  return (
    only?.type === 'FieldFunctionExpression' &&
    only.functionName.toUpperCase() === 'COUNT' &&
    only.parameters.length === 0 &&
    groupBy === undefined
  );
}

function isAggregate({ fields, groupBy }: Query): boolean {
  return (
    groupBy !== undefined ||
    (fields ?? []).some((field) => field.type === 'FieldFunctionExpression' && field.isAggregateFn === true)
  );
}

function countRows(query: Query, scope: FieldScope, statement: Statement): number {
  const conditions = [sql(undeletedSql(scope, statement))];
  if (query.where) conditions.push(compileWhere(query.where, scope, statement));
  const where = joinSql(conditions, ' AND ');
  const limits = compileLimits(query.limit, query.offset);
  const text = `SELECT count(*) AS total FROM (SELECT 1 ${scope.fromSql()} WHERE ${where.text}${limits.text})`;
  const row = statement.context.database.prepare(text).get(...where.values, ...limits.values);
  return Number(row?.['total'] ?? 0);
}
