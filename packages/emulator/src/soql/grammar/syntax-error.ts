import { queryError } from '../query-error.ts';
import type { Token } from './token.ts';
import { nameOf } from './token.ts';

export type SyntaxErrorCode = 'MALFORMED_QUERY' | 'MALFORMED_SEARCH';

/**
 * What Salesforce's parser says of a text that its grammar does not have. Its column counts from 0, where the columns of
 * other errors count from 1. Source: errors recorded at API 68 by apex-parser's evidence and by clients before; the
 * texts by the Summer '24 release notes, Changed SOQL Error Messages.
 */
export function syntaxError(soql: string, at: Token, text: string, errorCode: SyntaxErrorCode): Error {
  // At the very beginning the recorded ones have no caret.
  return queryError({ errorCode, text, soql, offset: at.offset === 0 ? -1 : at.offset, fromZero: true });
}

/** @param from where the parser began to decide what it reads; the message repeats the query from there */
export function unexpectedToken(soql: string, at: Token, from: Token, errorCode: SyntaxErrorCode): Error {
  if (at.kind === 'stray') return strayCharacter(soql, at, errorCode);
  const seen =
    from.offset < at.offset
      ? soql.slice(from.offset, at.offset + nameOf(at).length * Number(at.kind !== 'end'))
      : nameOf(at);
  return syntaxError(soql, at, `unexpected token: '${seen.trimEnd()}'`, errorCode);
}

/** A token is missing before one that could follow it. */
export function missingValue(soql: string, at: Token, errorCode: SyntaxErrorCode): Error {
  return syntaxError(soql, at, `missing value at '${nameOf(at)}'`, errorCode);
}

function strayCharacter(soql: string, at: Token, errorCode: SyntaxErrorCode): Error {
  const before = soql.slice(0, at.offset);
  const row = before.split('\n').length;
  const column = at.offset - (before.lastIndexOf('\n') + 1);
  return syntaxError(soql, at, `line ${row}:${column} unexpected token: '${at.text}'`, errorCode);
}
