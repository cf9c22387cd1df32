import type { ObjectDefinition } from '../schema/object-definition.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { compileRows } from '../soql/compile-rows.ts';
import type { From } from '../soql/grammar/syntax-tree.ts';
import type { QueryContext } from '../soql/query-context.ts';
import { createQueryRun } from '../soql/query-run.ts';
import type { QueryRun } from '../soql/query-run.ts';
import type { ApiRecord } from '../soql/shape-records.ts';
import { createStatement, queriedObject, scopeOf } from '../soql/statement.ts';
import { compileSearch } from './compile-search.ts';
import type { Search, SearchedObject } from './parse-search.ts';
import { parseSearchExpression } from './search-expression.ts';
import type { SearchExpression } from './search-expression.ts';
import { registerSearchWords } from './register-search-words.ts';
import { isSearchable } from './searchable-fields.ts';
import { shareLimit } from './share-limit.ts';

/** Source: SOQL and SOSL Reference, LIMIT n. */
const MOST_RESULTS = 2000;

/**
 * Runs a search over the rows themselves: what was written a moment ago is found. Objects come in the order asked for,
 * their records in the order they were made (Salesforce's is by relevance).
 *
 * @param sosl the search's text, for the places in error messages
 */
export function runSearch(search: Search, sosl: string, context: QueryContext): ApiRecord[] {
  registerSearchWords(context.database);
  const expression = parseSearchExpression(search.find);
  const objects = search.objects ?? everyObject(context);
  const run = createQueryRun(context);
  const limit = Math.min(search.limit ?? MOST_RESULTS, MOST_RESULTS);
  const found = objects.map((searched) => searchObject(searched, { expression, search, sosl, context, run, limit }));
  const shares = shareLimit(
    found.map((records) => records.length),
    limit,
  );
  return found.flatMap((records, index) => records.slice(0, shares[index]));
}

interface SearchObjectOptions {
  readonly expression: SearchExpression;
  readonly search: Search;
  readonly sosl: string;
  readonly context: QueryContext;
  readonly run: QueryRun;
  readonly limit: number;
}

function searchObject(
  searched: SearchedObject,
  { expression, search, sosl, context, run, limit }: SearchObjectOptions,
): ApiRecord[] {
  const statement = createStatement(sosl, context);
  const object = queriedObject(searched.object, statement);
  if (!isSearchable(object)) throw notSearchable(object);
  const from: From = { object: searched.object, alias: undefined, paths: [], scope: undefined, lookup: undefined };
  const scope = scopeOf(object, statement, from);
  const id = { kind: 'field', text: 'Id', offset: searched.object.offset } as const;
  const plan = compileRows(
    {
      select: searched.select.length === 0 ? [id] : searched.select,
      where: searched.where,
      orderBy: searched.orderBy,
      from,
      limit: undefined,
    },
    { scope, statement, depth: 0, restriction: compileSearch(expression, scope, search.group) },
  );
  const window = { limit: Math.min(searched.limit ?? limit, limit), offset: searched.offset ?? 0 };
  return plan.rows(run, window).map(({ record }) => record);
}

function everyObject({ schema }: QueryContext): SearchedObject[] {
  return schema
    .objects()
    .filter(isSearchable)
    .map(({ name }) => ({
      object: { text: name, offset: 0 },
      select: [],
      where: undefined,
      orderBy: [],
      limit: undefined,
      offset: undefined,
    }));
}

/** By analogy to the recorded `entity type ContentBody does not support query`; not verified. */
function notSearchable({ name }: ObjectDefinition): Error {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'INVALID_TYPE_FOR_OPERATION',
    message: `entity type ${name} does not support search`,
  });
}
