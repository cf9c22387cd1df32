import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { parseConditions } from '../soql/grammar/parse-conditions.ts';
import { parseInteger, parseOrderBy } from '../soql/grammar/parse-order.ts';
import { parseField } from '../soql/grammar/parse-field.ts';
import type { Condition, Name, OrderItem, SelectItem } from '../soql/grammar/syntax-tree.ts';
import { createTokenReader } from '../soql/grammar/token-reader.ts';
import type { TokenReader } from '../soql/grammar/token-reader.ts';
import { isName } from '../soql/grammar/words.ts';
import type { SearchGroup } from './searchable-fields.ts';

/** `Account(Id, Name WHERE … ORDER BY … LIMIT … OFFSET …)` of RETURNING. */
export interface SearchedObject {
  readonly object: Name;
  /** Empty: only the id. */
  readonly select: readonly SelectItem[];
  readonly where: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly limit: number | undefined;
  readonly offset: number | undefined;
}

export interface Search {
  /** What stands between the braces. */
  readonly find: string;
  readonly group: SearchGroup;
  /** Undefined: whatever can be searched. */
  readonly objects: readonly SearchedObject[] | undefined;
  readonly limit: number | undefined;
}

const GROUPS: readonly string[] = ['ALL', 'NAME', 'EMAIL', 'PHONE'];

/** Reads a SOSL search. Source: SOQL and SOSL Reference, SOSL Syntax. @throws SalesforceApiError MALFORMED_SEARCH */
export function parseSearch(sosl: string): Search {
  const { find, end } = findClause(sosl);
  // The rest keeps its place, for the columns of error messages.
  const reader = createTokenReader(sosl.slice(0, end).replace(/[^\n]/g, ' ') + sosl.slice(end), 'MALFORMED_SEARCH');
  const group = reader.accept('IN') ? parseGroup(reader) : 'ALL';
  const objects = reader.accept('RETURNING') ? parseObjects(reader) : undefined;
  if (reader.at('WITH') || reader.at('UPDATE')) {
    throw new NotEmulatedError(`SOSL ${reader.peek().upper} ${reader.peek(1).upper}`);
  }
  const limit = reader.accept('LIMIT') ? parseInteger(reader).value : undefined;
  if (reader.at('UPDATE')) throw new NotEmulatedError('SOSL UPDATE');
  if (reader.peek().kind !== 'end') throw reader.unexpected();
  return { find, group, objects, limit };
}

function findClause(sosl: string): { find: string; end: number } {
  const match = /^\s*FIND\s*\{((?:\\[^]|[^\\}])*)\}/i.exec(sosl);
  if (match) return { find: match[1] ?? '', end: match[0].length };
  // The text is not verified.
  throw new SalesforceApiError({
    status: 400,
    errorCode: 'MALFORMED_SEARCH',
    message: 'No search term found. The search term must be enclosed in braces.',
  });
}

function parseGroup(reader: TokenReader): SearchGroup {
  const { upper } = reader.peek();
  if (upper === 'SIDEBAR') throw new NotEmulatedError('SOSL IN SIDEBAR FIELDS');
  if (!GROUPS.includes(upper)) throw reader.unexpected();
  reader.take();
  reader.expect('FIELDS');
  return upper as SearchGroup;
}

function parseObjects(reader: TokenReader): SearchedObject[] {
  const objects: SearchedObject[] = [];
  do objects.push(parseObject(reader));
  while (reader.accept(','));
  return objects;
}

function parseObject(reader: TokenReader): SearchedObject {
  const name = reader.peek();
  if (!isName(name)) throw reader.unexpected();
  reader.take();
  const object: Name = { text: name.text, offset: name.offset };
  if (!reader.accept('(')) {
    return { object, select: [], where: undefined, orderBy: [], limit: undefined, offset: undefined };
  }
  const select: SelectItem[] = [];
  do {
    const field = parseField(reader);
    const alias = isName(reader.peek()) && !reader.at('ORDER') && !reader.at('OFFSET') ? reader.take() : undefined;
    select.push({ ...field, ...(alias && { alias: { text: alias.text, offset: alias.offset } }) });
  } while (reader.accept(','));
  if (reader.at('USING')) throw new NotEmulatedError('SOSL USING ListView');
  const where = reader.accept('WHERE') ? parseConditions(reader) : undefined;
  const orderBy = reader.at('ORDER') ? parseOrderBy(reader) : [];
  const limit = reader.accept('LIMIT') ? parseInteger(reader).value : undefined;
  const offset = reader.accept('OFFSET') ? parseInteger(reader).value : undefined;
  reader.expect(')', (token) => token.kind === 'end' || token.upper === ',' || token.upper === 'LIMIT');
  return { object, select, where, orderBy, limit, offset };
}
