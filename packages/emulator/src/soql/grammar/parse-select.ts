import { atDistance, parseDistance, parseField, parsePath } from './parse-field.ts';
import type { FieldExpression, Name, Query, SelectItem, TypeofItem } from './syntax-tree.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './token.ts';
import { isName } from './words.ts';

/** Reads the SELECT in a pair of parentheses. */
type ParseSubquery = (reader: TokenReader) => Query;

/** The list after SELECT. @param start SELECT itself, from which the parser decides whether COUNT() follows */
export function parseSelectList(reader: TokenReader, start: Token, parseSubquery: ParseSubquery): SelectItem[] {
  if (!isName(reader.peek()) && !reader.at('(')) throw reader.unexpected(start);
  const items = [parseItem(reader, parseSubquery)];
  while (reader.accept(',')) items.push(parseItem(reader, parseSubquery));
  return items;
}

function parseItem(reader: TokenReader, parseSubquery: ParseSubquery): SelectItem {
  const item = parseUnnamed(reader, parseSubquery);
  if (!isName(reader.peek())) return item;
  const alias: Name = reader.take();
  return { ...item, alias: { text: alias.text, offset: alias.offset } };
}

function parseUnnamed(reader: TokenReader, parseSubquery: ParseSubquery): SelectItem {
  const start = reader.peek();
  if (reader.accept('(')) {
    const query = parseSubquery(reader);
    reader.expect(')', (token) => token.upper === ',' || token.upper === 'FROM' || isName(token));
    return { kind: 'subquery', query, offset: start.offset };
  }
  if (atDistance(reader)) return parseDistance(reader);
  if (reader.at('TYPEOF') && isName(reader.peek(1)) && reader.at('WHEN', 2)) return parseTypeof(reader);
  return parseField(reader);
}

function parseTypeof(reader: TokenReader): TypeofItem {
  const { offset } = reader.take();
  const operand = parsePath(reader);
  const branches: { object: Name; fields: FieldExpression[] }[] = [];
  while (reader.accept('WHEN')) {
    const object = parsePath(reader);
    reader.expect('THEN', isName);
    branches.push({ object, fields: parseFields(reader) });
  }
  const otherwise = reader.accept('ELSE') ? parseFields(reader) : undefined;
  reader.expect('END', (token) => token.upper === 'FROM' || token.upper === ',');
  return { kind: 'typeof', operand, branches, otherwise, offset };
}

function parseFields(reader: TokenReader): FieldExpression[] {
  const fields = [parseField(reader)];
  while (reader.accept(',')) fields.push(parseField(reader));
  return fields;
}
