import { queryError } from '../query-error.ts';
import { parseConditions } from './parse-conditions.ts';
import { parseField } from './parse-field.ts';
import { parseFrom } from './parse-from.ts';
import { parseInteger, parseOrderBy } from './parse-order.ts';
import { parseSelectList } from './parse-select.ts';
import type { FieldExpression, GroupBy, Name, Query } from './syntax-tree.ts';
import type { TokenReader } from './token-reader.ts';
import { isName } from './words.ts';

/** One SELECT with its clauses, in the order they must have. Source: soqlInnerQuery of Salesforce's SOQL grammar. */
export function parseSelectQuery(reader: TokenReader): Query {
  const start = reader.peek();
  if (!reader.at('SELECT')) throw reader.unexpected();
  reader.take();
  const count = reader.at('COUNT') && reader.at('(', 1) && reader.at(')', 2);
  if (count) for (let sign = 0; sign < 3; sign++) reader.take();
  const select = count ? [] : parseSelectList(reader, start, parseSelectQuery);
  const from = parseFrom(reader);
  const where = reader.accept('WHERE') ? parseConditions(reader) : undefined;
  const withClauses = parseWith(reader);
  const groupBy = reader.at('GROUP') ? parseGroupBy(reader) : undefined;
  const having = groupBy && reader.accept('HAVING') ? parseConditions(reader) : undefined;
  const orderBy = reader.at('ORDER') ? parseOrderBy(reader) : [];
  const limit = reader.accept('LIMIT') ? parseInteger(reader) : undefined;
  const offset = reader.accept('OFFSET') ? parseInteger(reader) : undefined;
  const forClause = reader.accept('FOR') ? parseFor(reader) : undefined;
  const update = reader.accept('UPDATE') ? parseUpdate(reader) : [];
  const options = reader.at('SET') && reader.at('OPTIONS', 1) ? skipOptions(reader) : false;
  refuseAllRows(reader);
  return {
    count,
    select,
    from,
    where,
    with: withClauses,
    groupBy,
    having,
    orderBy,
    limit,
    offset,
    for: forClause,
    update,
    options,
  };
}

function parseWith(reader: TokenReader): Name[] {
  const clauses: Name[] = [];
  while (reader.at('WITH')) {
    const start = reader.take();
    if (reader.at('DATA') && reader.at('CATEGORY', 1)) {
      skipDataCategories(reader);
      clauses.push({ text: 'DATA CATEGORY', offset: start.offset });
      continue;
    }
    const name = reader.peek();
    if (!isName(name)) throw reader.unexpected(start);
    reader.take();
    if (reader.accept('=')) reader.take();
    else if (reader.accept('('))
      while (!reader.accept(')')) if (reader.take().kind === 'end') throw reader.unexpected();
    clauses.push({ text: name.text, offset: start.offset });
  }
  return clauses;
}

function skipDataCategories(reader: TokenReader): void {
  reader.take();
  do {
    reader.take();
    parseField(reader);
    if (!['AT', 'ABOVE', 'BELOW', 'ABOVE_OR_BELOW'].includes(reader.peek().upper)) throw reader.unexpected();
    reader.take();
    if (!reader.accept('(')) {
      parseField(reader);
      continue;
    }
    do parseField(reader);
    while (reader.accept(','));
    reader.expect(')');
  } while (reader.at('AND'));
}

function parseGroupBy(reader: TokenReader): GroupBy {
  const { offset } = reader.take();
  reader.expect('BY', isName);
  const subtotals = reader.accept('ROLLUP') ? 'rollup' : reader.accept('CUBE') ? 'cube' : undefined;
  if (subtotals) reader.expect('(', isName);
  const fields: FieldExpression[] = [];
  do fields.push(parseField(reader));
  while (reader.accept(','));
  if (subtotals) reader.expect(')', (token) => token.kind === 'end' || token.upper === 'HAVING');
  return { fields, subtotals, offset };
}

function parseFor(reader: TokenReader): 'view' | 'reference' | 'update' {
  if (reader.accept('VIEW')) return 'view';
  if (reader.accept('REFERENCE')) return 'reference';
  if (reader.accept('UPDATE')) return 'update';
  throw reader.unexpected();
}

function parseUpdate(reader: TokenReader): string[] {
  const names: string[] = [];
  do {
    if (!isName(reader.peek())) throw reader.unexpected();
    names.push(reader.take().upper);
  } while (reader.accept(','));
  return names;
}

function skipOptions(reader: TokenReader): boolean {
  reader.take();
  reader.take();
  reader.expect('(');
  while (!reader.accept(')')) if (reader.take().kind === 'end') throw reader.unexpected();
  return true;
}

/** For Apex only (text as older logs have it). */
function refuseAllRows(reader: TokenReader): void {
  if (!reader.at('ALL') || !reader.at('ROWS', 1)) return;
  throw queryError({ errorCode: 'MALFORMED_QUERY', text: 'ALL ROWS not allowed in this context' });
}
