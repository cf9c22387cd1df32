import { atDistance, parseDistance, parseField } from './parse-field.ts';
import type { Name, OrderItem } from './syntax-tree.ts';
import type { TokenReader } from './token-reader.ts';
import { isName } from './words.ts';

/** `ORDER BY …` */
export function parseOrderBy(reader: TokenReader): OrderItem[] {
  reader.take();
  reader.expect('BY', isName);
  const items: OrderItem[] = [];
  do {
    const by = atDistance(reader) ? parseDistance(reader) : parseField(reader);
    const descending = reader.accept('DESC');
    if (!descending) reader.accept('ASC');
    items.push({ by, descending, nulls: parseNulls(reader) });
  } while (reader.accept(','));
  return items;
}

function parseNulls(reader: TokenReader): 'first' | 'last' | undefined {
  if (!reader.accept('NULLS')) return undefined;
  if (reader.accept('FIRST')) return 'first';
  reader.expect('LAST');
  return 'last';
}

/** The number of LIMIT or OFFSET. */
export function parseInteger(reader: TokenReader): Name & { readonly value: number } {
  const start = reader.peek();
  const sign = reader.at('-') ? -1 : 1;
  if (reader.at('-') || reader.at('+')) reader.take();
  if (reader.peek().kind !== 'integer') throw reader.unexpected();
  const { text } = reader.take();
  return { text, offset: start.offset, value: sign * Number(text) };
}
