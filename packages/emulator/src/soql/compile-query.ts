import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { compileAggregate, isAggregateQuery } from './compile-aggregate.ts';
import type { AggregatePlan } from './compile-aggregate.ts';
import { compileRows } from './compile-rows.ts';
import { checkContentDocumentLinkFilter } from './content-document-link-filter.ts';
import { parseQuery } from './grammar/parse-query.ts';
import type { Query } from './grammar/syntax-tree.ts';
import { malformed } from './malformed.ts';
import { queryError } from './query-error.ts';
import { rowWindow } from './row-limits.ts';
import type { RowsPlan, RowWindow } from './rows-query.ts';
import { createStatement, queriedObject, scopeOf } from './statement.ts';
import type { CompileContext } from './statement.ts';

/** A query that has been read, checked against the schema, and turned into SQL. */
export type QueryPlan = { readonly window: RowWindow; readonly query: Query } & (
  | { readonly kind: 'count'; readonly rows: RowsPlan }
  | { readonly kind: 'rows'; readonly rows: RowsPlan; readonly viewed: 'view' | 'reference' | undefined }
  | { readonly kind: 'aggregate'; readonly groups: AggregatePlan }
);

const KEPT = 500;
const plans = new WeakMap<object, Map<string, QueryPlan>>();

/** The plan of a query; kept as long as the schema is the one it was made for. Throws as `runQuery` says. */
export function compileQuery(soql: string, context: CompileContext): QueryPlan {
  const version = context.schema.objects();
  let kept = plans.get(version);
  if (!kept) plans.set(version, (kept = new Map()));
  const key = `${context.apiVersion} ${String(context.includeDeleted ?? false)} ${soql}`;
  const known = kept.get(key);
  if (known) return known;
  const plan = compile(soql, context);
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, plan);
  return plan;
}

function compile(soql: string, context: CompileContext): QueryPlan {
  const query = parseQuery(soql);
  refuseClauses(query, soql);
  const statement = createStatement(soql, context);
  const object = queriedObject(query.from.object, statement);
  if (object.name === 'ContentDocumentLink') checkContentDocumentLinkFilter(query);
  const scope = scopeOf(object, statement, query.from);
  const window = rowWindow(query);

  if (query.count) {
    if (query.groupBy) throw malformed(soql, 'Grouped query cannot use COUNT() without a field', query.from.object);
    if (query.orderBy.length > 0) throw new NotEmulatedError('SOQL COUNT() with ORDER BY');
    return { kind: 'count', window, query, rows: compileRows(query, { scope, statement, depth: 0 }) };
  }
  if (isAggregateQuery(query)) {
    return { kind: 'aggregate', window, query, groups: compileAggregate(query, scope, statement) };
  }
  const viewed = query.for === 'update' ? undefined : query.for;
  return { kind: 'rows', window, query, viewed, rows: compileRows(query, { scope, statement, depth: 0 }) };
}

/** Clauses whose effect is not known or not built here, and those that are for Apex. */
function refuseClauses(query: Query, soql: string): void {
  for (const { text, offset } of query.with) {
    if (!/^(?:SECURITY_ENFORCED|USER_MODE|SYSTEM_MODE)$/i.test(text)) throw new NotEmulatedError(`SOQL WITH ${text}`);
    // Source: Summer '24 release notes, Changed SOQL Error Messages, for SECURITY_ENFORCED; the others have the same rule.
    throw queryError({
      errorCode: 'MALFORMED_QUERY',
      text: 'rule soqlWithIdentifierClause failed predicate: {this.helper.allowApexSyntax() && this.helper.hasApexContext()}?',
      soql,
      offset,
      fromZero: true,
    });
  }
  if (query.for === 'update') throw new NotEmulatedError('SOQL FOR UPDATE');
  if (query.update.length > 0) throw new NotEmulatedError(`SOQL UPDATE ${query.update.join(', ')}`);
  if (query.options) throw new NotEmulatedError('SOQL SET OPTIONS');
}
