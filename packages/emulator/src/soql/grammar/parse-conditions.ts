import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { atDistance, parseDistance, parseField } from './parse-field.ts';
import { parseFrom } from './parse-from.ts';
import { parseLiteral, parseLiterals, refuseBind } from './parse-literal.ts';
import type { ComparisonOperator, Condition, FieldExpression, Literal, SemiJoinQuery } from './syntax-tree.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './token.ts';

/** In each other; Salesforce's own limit is not known. */
const MOST_PARENTHESES = 400;
const AFTER_WHERE = new Set(['WITH', 'GROUP', 'ORDER', 'LIMIT', 'OFFSET', 'FOR', 'UPDATE', 'BIND', 'HAVING']);

/** What may stand behind the closing parenthesis of a condition. */
type Follows = (token: Token) => boolean;

/**
 * The conditions of WHERE and HAVING: AND and OR do not mix without parentheses, and NOT stands alone or in them.
 * Source: soqlWhereExprs of Salesforce's SOQL grammar.
 */
export function parseConditions(reader: TokenReader): Condition {
  return parseChain(reader, (token) => token.kind === 'end' || AFTER_WHERE.has(token.upper));
}

function parseChain(reader: TokenReader, follows: Follows, depth = 0): Condition {
  if (reader.accept('NOT')) return { kind: 'not', part: parseOne(reader, follows, depth) };
  const canGoOn: Follows = (token) => token.upper === 'AND' || token.upper === 'OR' || follows(token);
  const first = parseOne(reader, canGoOn, depth);
  const operator = reader.at('AND') ? 'AND' : reader.at('OR') ? 'OR' : undefined;
  if (operator === undefined) return first;
  const parts = [first];
  while (reader.accept(operator)) {
    parts.push(parseOne(reader, (token) => token.upper === operator || follows(token), depth));
  }
  return { kind: operator === 'AND' ? 'and' : 'or', parts };
}

function parseOne(reader: TokenReader, follows: Follows, depth: number): Condition {
  if (reader.at('(')) {
    if (depth === MOST_PARENTHESES) throw new NotEmulatedError(`SOQL with more than ${MOST_PARENTHESES} parentheses`);
    reader.take();
    const inner = parseChain(reader, (token) => token.upper === ')', depth + 1);
    reader.expect(')', follows);
    return inner;
  }
  if (atDistance(reader)) {
    const left = parseDistance(reader);
    const operator = parseOperator(reader);
    if (operator === undefined) throw reader.unexpected();
    return { kind: 'compare', left, operator, right: parseLiteral(reader) };
  }
  return parseTest(reader, follows);
}

function parseTest(reader: TokenReader, follows: Follows): Condition {
  const start = reader.peek();
  const left = parseField(reader, start);
  const operator = parseOperator(reader);
  if (operator !== undefined) return { kind: 'compare', left, operator, right: parseLiteral(reader) };
  if (reader.accept('LIKE')) return { kind: 'like', left, pattern: parsePattern(reader) };
  if (reader.at('INCLUDES') || reader.at('EXCLUDES')) {
    const negated = reader.take().upper === 'EXCLUDES';
    return { kind: 'includes', left, negated, values: parseList(reader, follows) };
  }
  const negated = reader.accept('NOT');
  if (!reader.accept('IN')) throw reader.unexpected(start);
  if (reader.at(':')) refuseBind(reader);
  if (!reader.at('(')) throw reader.unexpected(start);
  if (reader.at('SELECT', 1)) return parseSemiJoin(reader, left, negated, follows);
  if (!canBeginLiteral(reader.peek(1))) {
    reader.take();
    throw reader.unexpected(start);
  }
  return { kind: 'in', left, negated, values: parseList(reader, follows) };
}

function parseOperator(reader: TokenReader): ComparisonOperator | undefined {
  switch (reader.peek().upper) {
    case '=':
    case '!=':
      return reader.take().text as '=' | '!=';
    case '<>':
      reader.take();
      return '!=';
    case '<':
    case '>': {
      const sign = reader.take().text as '<' | '>';
      return reader.accept('=') ? `${sign}=` : sign;
    }
    default:
      return undefined;
  }
}

/** Source: Summer '24 release notes: NULL is no pattern. */
function parsePattern(reader: TokenReader): Literal {
  if (reader.at('NULL')) throw reader.unexpected();
  return parseLiteral(reader);
}

function parseList(reader: TokenReader, follows: Follows): Literal[] {
  reader.expect('(');
  const values = parseLiterals(reader);
  reader.expect(')', follows);
  return values;
}

function canBeginLiteral(token: Token): boolean {
  return token.kind !== 'end' && token.upper !== ')' && token.upper !== ',';
}

function parseSemiJoin(reader: TokenReader, left: FieldExpression, negated: boolean, follows: Follows): Condition {
  reader.expect('(');
  reader.expect('SELECT');
  const field = parseField(reader);
  const from = parseFrom(reader);
  const where = reader.accept('WHERE') ? parseChain(reader, (token) => token.upper === ')') : undefined;
  reader.expect(')', follows);
  const query: SemiJoinQuery = { field, from, where };
  return { kind: 'semiJoin', left, negated, query };
}
