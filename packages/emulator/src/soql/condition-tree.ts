import type { ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { queryError } from './query-error.ts';
import { tokenize } from './source-text.ts';

type Test = ConditionWithValueQuery;
type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly test: Test };

/** A WHERE or HAVING clause with its parentheses resolved. */
export type ConditionTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree[] }
  | { readonly kind: 'not'; readonly part: ConditionTree }
  | { readonly kind: 'test'; readonly test: Test };

/**
 * Builds the tree from the parser's flat chain, by Salesforce's own grammar: AND and OR do not mix without parentheses,
 * and NOT stands alone or in parentheses. Source: SOQL and SOSL Reference, conditionExpression; jetstreamapp/soql-parser-js
 * issues 201 and 237 quote Salesforce's `unexpected token: 'NOT'`.
 */
export function toConditionTree(clause: WhereClause | HavingClause, soql: string): ConditionTree {
  const tokens: Token[] = [];
  flatten(clause, tokens);
  const reader = { tokens, at: 0 };
  const tree = readCondition(reader, soql);
  if (reader.at < tokens.length) throw unexpected(reader, soql);
  return tree;
}

interface ChainNode {
  readonly left: (Test & { openParen?: number; closeParen?: number }) | { readonly openParen: number } | null;
  readonly operator?: 'AND' | 'OR' | 'NOT';
  readonly right?: ChainNode;
}

function flatten(clause: WhereClause | HavingClause, tokens: Token[]): void {
  for (let node: ChainNode | undefined = clause; node; node = node.right) {
    tokens.push(...Array<Token>(node.left?.openParen ?? 0).fill('('));
    if (node.operator === 'NOT') {
      tokens.push('NOT');
      continue;
    }
    const test = node.left as Test & { closeParen?: number };
    tokens.push({ test }, ...Array<Token>(test.closeParen ?? 0).fill(')'));
    if (node.operator) tokens.push(node.operator);
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function readCondition(reader: Reader, soql: string): ConditionTree {
  if (reader.tokens[reader.at] === 'NOT') {
    reader.at++;
    return { kind: 'not', part: readSimple(reader, soql) };
  }
  const first = readSimple(reader, soql);
  const operator = reader.tokens[reader.at];
  if (operator !== 'AND' && operator !== 'OR') return first;
  const parts = [first];
  while (reader.tokens[reader.at] === operator) {
    reader.at++;
    parts.push(readSimple(reader, soql));
  }
  return { kind: operator === 'AND' ? 'and' : 'or', parts };
}

function readSimple(reader: Reader, soql: string): ConditionTree {
  const token = reader.tokens[reader.at];
  if (token === '(') {
    reader.at++;
    const inner = readCondition(reader, soql);
    if (reader.tokens[reader.at] !== ')') throw unexpected(reader, soql);
    reader.at++;
    return inner;
  }
  if (typeof token !== 'object') throw unexpected(reader, soql);
  reader.at++;
  return { kind: 'test', test: token.test };
}

function unexpected(reader: Reader, soql: string): Error {
  const token = reader.tokens[reader.at];
  const word = typeof token === 'string' ? token : '<EOF>';
  return queryError({
    errorCode: 'MALFORMED_QUERY',
    text: `unexpected token: '${word}'`,
    soql,
    offset: typeof token === 'string' ? placeOf(word, reader, soql) : -1,
  });
}

/** The place of the reader's word: the n-th of its kind after WHERE. With a nested SELECT it cannot be told: no caret. */
function placeOf(word: string, reader: Reader, soql: string): number {
  const source = tokenize(soql);
  const isWord = (text: string, wanted: string) => text.toUpperCase() === wanted;
  if (source.filter(({ text }) => isWord(text, 'SELECT')).length > 1) return -1;
  const nth = reader.tokens.slice(0, reader.at).filter((token) => token === word).length;
  const where = source.findIndex(({ text }) => isWord(text, 'WHERE') || isWord(text, 'HAVING'));
  const places = source.filter(
    ({ text }, index) =>
      index > where && isWord(text, word) && !(word === 'NOT' && isWord(source[index + 1]?.text ?? '', 'IN')),
  );
  return places[nth]?.offset ?? -1;
}
