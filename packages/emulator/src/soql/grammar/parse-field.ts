import type { DistanceCall, FieldExpression, FieldPath, FunctionCall } from './syntax-tree.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './token.ts';
import { isName } from './words.ts';

/** A field, a function of one, or a function of a function of one; Salesforce's grammar nests no deeper. */
export function parseField(reader: TokenReader, from: Token = reader.peek()): FieldExpression {
  const outer = takeName(reader, from);
  if (!reader.at('(')) return path(outer);
  reader.take();
  const inner = takeName(reader, from);
  if (reader.at(')')) {
    return call(reader, outer, path(inner), reader.take());
  }
  if (!reader.at('(')) throw reader.unexpected(from);
  reader.take();
  const innermost = takeName(reader);
  const closing = reader.expect(')', (token) => token.upper === ')');
  const nested = call(reader, inner, path(innermost), closing);
  return call(reader, outer, nested, reader.expect(')', isAfterField));
}

/** A field without a function. */
export function parsePath(reader: TokenReader): FieldPath {
  return path(takeName(reader));
}

export function atDistance(reader: TokenReader): boolean {
  return reader.at('DISTANCE') && reader.at('(', 1) && isName(reader.peek(2)) && !reader.at(')', 3);
}

export function parseDistance(reader: TokenReader): DistanceCall {
  const start = reader.expect('DISTANCE');
  reader.expect('(');
  const field = parseField(reader);
  reader.expect(',');
  reader.expect('GEOLOCATION');
  reader.expect('(');
  const latitude = parseNumber(reader);
  reader.expect(',');
  const longitude = parseNumber(reader);
  reader.expect(')');
  reader.expect(',');
  const unit = reader.peek();
  if (unit.kind !== 'string') throw reader.unexpected();
  reader.take();
  const end = reader.expect(')', isAfterField);
  return {
    kind: 'distance',
    field,
    latitude,
    longitude,
    unit: unit.text,
    text: reader.soql.slice(start.offset, end.offset + 1),
    offset: start.offset,
  };
}

/** With a sign in front, which may stand apart. */
export function parseNumber(reader: TokenReader): number {
  const sign = reader.at('-') ? -1 : 1;
  if (reader.at('-') || reader.at('+')) reader.take();
  const token = reader.peek();
  if (token.kind !== 'integer' && token.kind !== 'decimal') throw reader.unexpected();
  reader.take();
  return sign * Number(token.text);
}

function takeName(reader: TokenReader, from?: Token): Token {
  if (!isName(reader.peek())) throw reader.unexpected(from);
  return reader.take();
}

function path({ text, offset }: Token): FieldPath {
  return { kind: 'field', text, offset };
}

function call(reader: TokenReader, name: Token, argument: FieldExpression, end: Token): FunctionCall {
  const text = reader.soql.slice(name.offset, end.offset + 1);
  return { kind: 'function', name: name.text, argument, text, offset: name.offset };
}

function isAfterField(token: Token): boolean {
  return token.upper === ',' || token.upper === 'FROM' || isName(token);
}
