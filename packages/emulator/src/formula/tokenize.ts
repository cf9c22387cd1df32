import { FormulaError, syntaxError } from './formula-error.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  /** A text without its quotes and escapes; otherwise as it was written. */
  readonly text: string;
}

const SPACE = /(?:\s|\/\*[\s\S]*?\*\/)*/y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const NAME = /[A-Za-z$][A-Za-z0-9_$:.#]*/y;
const OPERATOR = /<=|>=|<>|!=|==|&&|\|\||[()<>=!&+\-*/^,]/y;
const TEXT = /"((?:[^"\\\n\r]|\\[nrt"'\\])*)"|'((?:[^'\\\n\r]|\\[nrt"'\\])*)'/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * The words of a formula; comments are left out. Source: the lexer of Salesforce's open-source formula engine
 * (escapes, names with dots and colons, `==` and `!=`).
 *
 * @throws FormulaError
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) at = pattern.lastIndex;
    return match;
  };
  for (;;) {
    take(SPACE);
    if (at >= formula.length) return [...tokens, { kind: 'end', text: '' }];
    const text = take(TEXT);
    if (text) {
      tokens.push({ kind: 'text', text: unescape(text[1] ?? text[2] ?? '') });
      continue;
    }
    const plain = one('number', take(NUMBER)) ?? one('name', take(NAME)) ?? one('operator', take(OPERATOR));
    if (!plain)
      throw formula.startsWith('/*', at)
        ? new FormulaError('Syntax error. Missing */')
        : syntaxError(formula.charAt(at));
    tokens.push(plain);
  }
}

function one(kind: Token['kind'], match: RegExpExecArray | null): Token | undefined {
  return match ? { kind, text: match[0] } : undefined;
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}
