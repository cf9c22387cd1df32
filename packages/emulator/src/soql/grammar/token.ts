/** What a piece of a query's text is to its grammar. */
export type TokenKind =
  | 'word'
  | 'string'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'datetime'
  | 'time'
  | 'sign'
  /** A character that no token begins with. */
  | 'stray'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As it is written; of a string with its quotes. */
  readonly text: string;
  /** Upper-case text of a word, else the text itself. */
  readonly upper: string;
  /** Of its first character in the query. */
  readonly offset: number;
  /** A string whose closing quote is missing. */
  readonly unterminated?: boolean;
}

/** What an error message calls a token: the string mode of Salesforce's lexer begins with the quote alone. */
export function nameOf(token: Token): string {
  if (token.kind === 'end') return '<EOF>';
  return token.kind === 'string' ? "'" : token.text;
}
