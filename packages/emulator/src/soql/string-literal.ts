import { queryError } from './query-error.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  N: '\n',
  R: '\r',
  T: '\t',
  B: '\b',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** A piece of a literal: text as meant, or a wildcard of LIKE. */
export type LiteralPart = { readonly text: string } | { readonly wildcard: '%' | '_' };

/**
 * Reads a quoted SOQL string. Source: SOQL and SOSL Reference, Quoted String Escape Sequences: any backslash sequence
 * that is not listed there is an error; `\_` and `\%` are for LIKE only.
 */
export function parseStringLiteral(quoted: string, { like }: { like: boolean }): LiteralPart[] {
  const parts: LiteralPart[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ text });
    text = '';
  };
  for (const [piece] of quoted.slice(1, -1).matchAll(/\\u[0-9A-Fa-f]{4}|\\.|[^\\]|\\/gsu)) {
    if (piece.startsWith('\\u') && piece.length === 6) text += String.fromCharCode(Number.parseInt(piece.slice(2), 16));
    else if (piece.startsWith('\\')) text += escaped(quoted, piece, like);
    else if (like && (piece === '%' || piece === '_')) {
      flush();
      parts.push({ wildcard: piece });
    } else text += piece;
  }
  flush();
  return parts;
}

/** The text of a quoted SOQL string that is not a LIKE pattern. */
export function stringValue(quoted: string): string {
  return parseStringLiteral(quoted, { like: false })
    .map((part) => ('text' in part ? part.text : part.wildcard))
    .join('');
}

function escaped(quoted: string, piece: string, like: boolean): string {
  const character = piece.slice(1);
  const plain = ESCAPES[character];
  if (plain !== undefined) return plain;
  if (like && (character === '%' || character === '_')) return character;
  throw queryError({
    errorCode: 'MALFORMED_QUERY',
    text: `Invalid string literal ${quoted}. Illegal character sequence '${piece}' in string literal.`,
  });
}
