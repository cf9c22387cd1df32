import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { queryError } from './query-error.ts';
import { tokenize, type SourceToken } from './source-text.ts';

/** Characters of one statement; the error for a longer one is not known. Source: SOQL and SOSL Reference, SOQL and SOSL Limits. */
const LONGEST_QUERY = 100_000;
/** Characters of a text in it. Source: the same page. */
const LONGEST_LITERAL = 4000;
const MOST_PARENTHESES = 9;

/**
 * Reads a query; MALFORMED_QUERY when Salesforce's grammar does not have it, NOT_EMULATED for clauses that parse but
 * are not run here.
 */
export function parseSoql(soql: string): Query {
  if (soql.length > LONGEST_QUERY) {
    throw new NotEmulatedError(`SOQL of more than ${LONGEST_QUERY} characters`);
  }
  refuseByWords(soql);
  let query: Query;
  try {
    query = parseQuery(soql);
  } catch (cause) {
    throw syntaxError(soql, cause);
  }
  refuseUnknownClauses(query);
  return query;
}

/**
 * Before parsing: the parser knows neither ALL ROWS, which is for Apex, nor every scope there is, and gives up on more
 * than nine parentheses in a row.
 */
function refuseByWords(soql: string): void {
  const words = tokenize(soql).map(({ text }) => text.toUpperCase());
  if (words.some((word) => word.length > LONGEST_LITERAL + 2 && word.startsWith("'"))) {
    throw new NotEmulatedError(`a SOQL text of more than ${LONGEST_LITERAL} characters`);
  }
  if (longestRun(words, '(') > MOST_PARENTHESES) {
    throw new NotEmulatedError(`SOQL with more than ${MOST_PARENTHESES} parentheses in a row`);
  }
  const follows = (word: string, next: string) =>
    words.some((each, index) => each === word && words[index + 1] === next);
  if (follows('ALL', 'ROWS'))
    throw queryError({ errorCode: 'MALFORMED_QUERY', text: 'ALL ROWS not allowed in this context' });
  if (follows('USING', 'SCOPE')) throw new NotEmulatedError('SOQL USING SCOPE');
}

function longestRun(words: readonly string[], wanted: string): number {
  let run = 0;
  let longest = 0;
  for (const word of words) {
    run = word === wanted ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Clauses whose effect is not known or not built here. */
function refuseUnknownClauses(query: Query | Subquery): void {
  const refused: ReadonlyArray<readonly [unknown, string]> = [
    [query.withDataCategory, 'WITH DATA CATEGORY'],
    [query.withSecurityEnforced, 'WITH SECURITY_ENFORCED'],
    [query.withAccessLevel, `WITH ${query.withAccessLevel ?? ''}`],
    [query.for, `FOR ${query.for ?? ''}`],
    [query.update, `UPDATE ${query.update ?? ''}`],
  ];
  for (const [present, clause] of refused) if (present) throw new NotEmulatedError(`SOQL ${clause}`);
  for (const field of query.fields ?? []) {
    if (field.type === 'FieldTypeof') throw new NotEmulatedError('SOQL TYPEOF');
    if (field.type === 'FieldSubquery') refuseUnknownClauses(field.subquery);
  }
}

/**
 * The parser tells what it stumbled over in its message only, so that is read for the word; where it stands is the end of
 * the shortest beginning of the query that it complains about alike.
 */
function syntaxError(soql: string, cause: unknown): Error {
  const text = cause instanceof Error ? cause.message : String(cause);
  const offset = /at offset: (\d+)/.exec(text)?.[1];
  if (offset !== undefined) {
    const at = Number(offset);
    return queryError({
      errorCode: 'MALFORMED_QUERY',
      text: `unexpected token: '${soql.charAt(at)}'`,
      soql,
      offset: at,
    });
  }
  const word = /found(?:: '?|\s*-->\s*'?)([^\s']*)'?/.exec(text)?.[1] ?? '';
  if (word === '') {
    return queryError({
      errorCode: 'MALFORMED_QUERY',
      text: "unexpected token: '<EOF>'",
      soql,
      offset: soql.trimEnd().length,
    });
  }
  const tokens = tokenize(soql);
  const candidates = tokens.filter((token) => token.text === word || token.text.startsWith(`${word}.`));
  const isReached = (token: SourceToken) => complaintOf(soql.slice(0, token.offset + token.text.length)) === text;
  const place = firstThat(candidates, isReached) ?? candidates[0];
  return queryError({
    errorCode: 'MALFORMED_QUERY',
    text: `unexpected token: '${word}'`,
    soql,
    offset: place?.offset ?? -1,
  });
}

/** The first that passes, where all that follow it pass as well. */
function firstThat<Item>(items: readonly Item[], passes: (item: Item) => boolean): Item | undefined {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = items[middle];
    if (item !== undefined && passes(item)) high = middle;
    else low = middle + 1;
  }
  return items[low];
}

function complaintOf(beginning: string): string | undefined {
  try {
    parseQuery(beginning);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
}
