import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { queryError } from './query-error.ts';
import { tokenize } from './source-text.ts';

/** Characters of one statement. Source: SOQL and SOSL Reference, SOQL and SOSL Limits. */
const LONGEST_QUERY = 100_000;

/**
 * Reads a query; MALFORMED_QUERY when Salesforce's grammar does not have it, NOT_EMULATED for clauses that parse but
 * are not run here.
 */
export function parseSoql(soql: string): Query {
  if (soql.length > LONGEST_QUERY) {
    throw queryError({
      errorCode: 'MALFORMED_QUERY',
      text: 'SOQL statements cannot be longer than 100000 characters.',
    });
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

/** Before parsing: the parser knows neither ALL ROWS, which is for Apex, nor every scope there is. */
function refuseByWords(soql: string): void {
  const words = tokenize(soql).map(({ text }) => text.toUpperCase());
  const follows = (word: string, next: string) =>
    words.some((each, index) => each === word && words[index + 1] === next);
  if (follows('ALL', 'ROWS'))
    throw queryError({ errorCode: 'MALFORMED_QUERY', text: 'ALL ROWS not allowed in this context' });
  if (follows('USING', 'SCOPE')) throw new NotEmulatedError('SOQL USING SCOPE');
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
 * The parser tells what it stumbled over in its message only, so that is read for the word; where it stands is found by
 * parsing ever longer beginnings of the query until that same complaint appears.
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
  const place =
    candidates.find((token) => complaintOf(soql.slice(0, token.offset + token.text.length)) === text) ?? candidates[0];
  return queryError({
    errorCode: 'MALFORMED_QUERY',
    text: `unexpected token: '${word}'`,
    soql,
    offset: place?.offset ?? -1,
  });
}

function complaintOf(beginning: string): string | undefined {
  try {
    parseQuery(beginning);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
}
