import { missingValue, unexpectedToken } from './syntax-error.ts';
import type { SyntaxErrorCode } from './syntax-error.ts';
import { tokenize } from './tokenize.ts';
import type { Token } from './token.ts';

/** Walks over a query's tokens. Every failure is Salesforce's error for the token it stands at. */
export interface TokenReader {
  readonly soql: string;
  /** The token `ahead` of the next one; the last for ever after. A stray character is an error as soon as it is looked at. */
  peek(ahead?: number): Token;
  take(): Token;
  /** Is the next token this word or sign? Words in upper case. */
  at(upper: string, ahead?: number): boolean;
  /** Takes the next token if it is this one. */
  accept(upper: string): boolean;
  /**
   * Takes this token, or fails as Salesforce's parser does: a token that could follow the wanted one means that the
   * wanted one is missing; any other is not expected.
   */
  expect(upper: string, follows?: (token: Token) => boolean): Token;
  /** @param from where the parser began to decide. @default the next token */
  unexpected(from?: Token): Error;
}

export function createTokenReader(soql: string, errorCode: SyntaxErrorCode = 'MALFORMED_QUERY'): TokenReader {
  const tokens = tokenize(soql);
  let next = 0;
  const peek = (ahead = 0): Token => {
    const token = tokens[Math.min(next + ahead, tokens.length - 1)] as Token;
    if (token.kind === 'stray') throw unexpectedToken(soql, token, token, errorCode);
    return token;
  };
  const isAt = (upper: string, ahead = 0): boolean => {
    const token = peek(ahead);
    return token.upper === upper && (token.kind === 'word' || token.kind === 'sign');
  };

  return {
    soql,
    peek,
    at: isAt,
    take() {
      const token = peek();
      next += 1;
      return token;
    },
    accept(upper) {
      const found = isAt(upper);
      if (found) next += 1;
      return found;
    },
    expect(upper, follows = () => false) {
      const token = peek();
      if (isAt(upper)) {
        next += 1;
        return token;
      }
      // The parser first tries whether the text is well when the token is left out.
      const isSuperfluous = token.kind !== 'end' && isAt(upper, 1);
      throw !isSuperfluous && follows(token)
        ? missingValue(soql, token, errorCode)
        : unexpectedToken(soql, token, token, errorCode);
    },
    unexpected: (from = peek()) => unexpectedToken(soql, peek(), from, errorCode),
  };
}
