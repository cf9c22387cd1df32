import { queryError } from '../query-error.ts';
import { missingValue } from './syntax-error.ts';
import type { Literal, LiteralKind } from './syntax-tree.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './token.ts';
import { dateLiteral } from './words.ts';

const CURRENCY = /^[A-Za-z]{3}\d+(?:\.\d+)?$/;
const KINDS: Partial<Record<Token['kind'], LiteralKind>> = {
  string: 'string',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
};

/** A value to compare with. Source: soqlLiteralValue of Salesforce's SOQL grammar. */
export function parseLiteral(reader: TokenReader): Literal {
  const token = reader.peek();
  if (token.upper === ':') refuseBind(reader);
  if (reader.at('-') || reader.at('+')) return signedNumber(reader);
  const kind = KINDS[token.kind] ?? wordKind(token);
  if (kind === undefined) throw reader.unexpected();
  if (token.unterminated) {
    reader.take();
    throw missingValue(reader.soql, reader.peek(), 'MALFORMED_QUERY');
  }
  if (kind === 'dateLiteral') return parseDateLiteral(reader);
  reader.take();
  return { kind, text: token.text, offset: token.offset };
}

/** `(a, b)` of IN, INCLUDES and EXCLUDES. */
export function parseLiterals(reader: TokenReader): Literal[] {
  const literals = [parseLiteral(reader)];
  while (reader.accept(',')) literals.push(parseLiteral(reader));
  return literals;
}

/** Source: public logs of clients that sent Apex's `:variable` to the API. */
export function refuseBind(reader: TokenReader): never {
  throw queryError({
    errorCode: 'MALFORMED_QUERY',
    text: 'Bind variables only allowed in Apex code',
    soql: reader.soql,
    offset: reader.peek().offset,
  });
}

function wordKind(token: Token): LiteralKind | undefined {
  if (token.kind !== 'word') return undefined;
  if (token.upper === 'NULL') return 'null';
  if (token.upper === 'TRUE' || token.upper === 'FALSE') return 'boolean';
  if (dateLiteral(token)) return 'dateLiteral';
  return CURRENCY.test(token.text) ? 'currency' : undefined;
}

function signedNumber(reader: TokenReader): Literal {
  const sign = reader.take();
  const token = reader.peek();
  if (token.kind !== 'integer' && token.kind !== 'decimal') throw reader.unexpected();
  reader.take();
  return { kind: 'number', text: `${sign.text}${token.text}`, offset: sign.offset };
}

function parseDateLiteral(reader: TokenReader): Literal {
  const token = reader.take();
  if (!dateLiteral(token)?.counted) return { kind: 'dateLiteral', text: token.text, offset: token.offset };
  reader.expect(':');
  const count = reader.peek();
  if (count.kind !== 'integer') throw reader.unexpected();
  reader.take();
  return { kind: 'dateLiteral', text: `${token.text}:${count.text}`, offset: token.offset };
}
