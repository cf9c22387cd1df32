import type { Token, TokenKind } from './token.ts';

const TIME = String.raw`\d\d:\d\d:\d\d(?:\.\d+)?`;
const ZONE = String.raw`(?:[zZ]|[+-]\d\d:?\d\d)`;

/** Tried in this order: the longer token wins where both could stand. */
const KINDS: ReadonlyArray<readonly [TokenKind, string]> = [
  ['datetime', String.raw`\d{4}-\d\d-\d\d[tT]${TIME}${ZONE}`],
  ['date', String.raw`\d{4}-\d\d-\d\d`],
  ['time', `${TIME}${ZONE}`],
  ['decimal', String.raw`\d*\.\d+`],
  ['integer', String.raw`\d+`],
  ['word', String.raw`[A-Za-z_][\w$.\u0080-\ufffe]*`],
  ['string', String.raw`'(?:\\[^]|[^'\\])*'?`],
  ['sign', String.raw`!=|<>|[-~+*/(),:=<>.]`],
  ['stray', String.raw`[^ \t\r\n]`],
];

const TOKEN = new RegExp(`[ \\t\\r\\n]*(?:${KINDS.map(([, pattern]) => `(${pattern})`).join('|')})`, 'gy');

/**
 * Splits a query into tokens; the last is of kind `end`. Source: the lexer of Salesforce's SOQL grammar, published with
 * its language server (SoqlLexer): names may hold dots, blanks are space, tab and line ends only.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const group = match.findIndex((part, index) => index > 0 && part !== undefined);
    const kind = KINDS[group - 1]?.[0] ?? 'stray';
    const written = match[group] ?? '';
    const offset = match.index + match[0].length - written.length;
    tokens.push({
      kind,
      text: written,
      upper: kind === 'word' ? written.toUpperCase() : written,
      offset,
      ...(kind === 'string' && !isTerminated(written) && { unterminated: true }),
    });
  }
  tokens.push({ kind: 'end', text: '', upper: '', offset: text.replace(/[ \t\r\n]+$/, '').length });
  return tokens;
}

function isTerminated(written: string): boolean {
  return /^'(?:\\[^]|[^'\\])*'$/.test(written);
}
