import { SalesforceApiError } from '../http/salesforce-api-error.ts';

/** What a search looks for. */
export type SearchExpression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchExpression[] }
  | { readonly kind: 'not'; readonly part: SearchExpression }
  /** Words that follow each other in one field; `*` and `?` are wildcards. */
  | { readonly kind: 'words'; readonly words: readonly string[] };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly words: readonly string[] };

const TOKEN = /\s+|([()])|"((?:\\.|[^"\\])*)"|((?:\\.|[^\s()"\\])+)/gsu;

/**
 * Reads the text between the braces of FIND: words, which must all be there, phrases in double quotes, wildcards,
 * AND, AND NOT, OR and parentheses; AND binds closer than OR. A backslash takes a sign's meaning away.
 * Source: SOQL and SOSL Reference, FIND {SearchQuery}.
 *
 * @throws SalesforceApiError INVALID_SEARCH where no word is longer than one character
 */
export function parseSearchExpression(text: string): SearchExpression {
  const tokens = tokenize(text);
  const words = tokens.flatMap((token) => (typeof token === 'object' ? token.words : []));
  if (!words.some((word) => word.replaceAll(/[*?]/g, '').length > 1)) {
    // Source: public logs of clients.
    throw new SalesforceApiError({
      status: 400,
      errorCode: 'INVALID_SEARCH',
      message: `search term must be longer than one character: ${text}`,
    });
  }
  const reader = { tokens, at: 0 };
  const expression = parseOr(reader);
  if (!expression || reader.at < tokens.length) throw malformed(text);
  return expression;

  function malformed(written: string): Error {
    // The text is not known.
    return new SalesforceApiError({
      status: 400,
      errorCode: 'MALFORMED_SEARCH',
      message: `The search expression cannot be read: ${written}`,
    });
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function parseOr(reader: Reader): SearchExpression | undefined {
  const parts = [parseAnd(reader)];
  while (reader.tokens[reader.at] === 'OR') {
    reader.at += 1;
    parts.push(parseAnd(reader));
  }
  return joined('or', parts);
}

function parseAnd(reader: Reader): SearchExpression | undefined {
  const parts: (SearchExpression | undefined)[] = [parseOne(reader)];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token === ')' || token === 'OR') break;
    if (token === 'AND') reader.at += 1;
    if (reader.tokens[reader.at] === 'NOT') {
      reader.at += 1;
      const part = parseOne(reader);
      parts.push(part && { kind: 'not', part });
    } else parts.push(parseOne(reader));
    if (parts.at(-1) === undefined) break;
  }
  return joined('and', parts);
}

function parseOne(reader: Reader): SearchExpression | undefined {
  const token = reader.tokens[reader.at];
  if (token === '(') {
    reader.at += 1;
    const inner = parseOr(reader);
    if (reader.tokens[reader.at] !== ')') return undefined;
    reader.at += 1;
    return inner;
  }
  if (typeof token !== 'object') return undefined;
  reader.at += 1;
  return { kind: 'words', words: token.words };
}

/** Undefined where a part could not be read. */
function joined(kind: 'and' | 'or', parts: readonly (SearchExpression | undefined)[]): SearchExpression | undefined {
  const read = parts.flatMap((part) => part ?? []);
  if (read.length < parts.length) return undefined;
  return read.length === 1 ? read[0] : { kind, parts: read };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, parenthesis, phrase, word] of text.matchAll(TOKEN)) {
    if (parenthesis === '(' || parenthesis === ')') tokens.push(parenthesis);
    else if (phrase !== undefined) pushWords(tokens, phrase);
    else if (word !== undefined) {
      const upper = word.toUpperCase();
      if (upper === 'AND' || upper === 'OR' || upper === 'NOT') tokens.push(upper);
      else pushWords(tokens, word);
    }
  }
  // Operators with nothing to join are words: `FIND {in}`, `FIND {or}`.
  return tokens.some((token) => typeof token === 'object') ? tokens : wordsOnly(text);
}

function wordsOnly(text: string): Token[] {
  const tokens: Token[] = [];
  pushWords(tokens, text);
  return tokens;
}

/** Wildcards stay, unless escaped; other signs split words, as they do in what is searched. */
function pushWords(tokens: Token[], text: string): void {
  const plain = text.replace(/\\[*?]/g, ' ').replace(/\\(.)/gsu, '$1');
  const words = plain.match(/[\p{L}\p{N}\p{M}_*?]+/gu);
  const real = (words ?? []).filter((word) => /[^*?]/.test(word));
  if (real.length > 0) tokens.push({ words: real });
}
