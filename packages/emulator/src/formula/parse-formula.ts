import { FormulaError, syntaxError } from './formula-error.ts';
import type { FormulaNode } from './formula-node.ts';
import { tokenize, type Token } from './tokenize.ts';

/** From the loosest to the tightest; all of them group to the left, and `^` is looser than `*` and `/`. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-', '&'],
  ['^'],
  ['*', '/'],
];
const SAME: Readonly<Record<string, string>> = { '==': '=', '!=': '<>', '||': 'OR', '&&': 'AND' };
/** Deeper than a formula of 5,000 compiled characters is nested by hand. */
const MAX_DEPTH = 200;

/**
 * The tree of a formula. Source: the grammar of Salesforce's open-source formula engine.
 *
 * @throws FormulaError
 */
export function parseFormula(formula: string): FormulaNode {
  const tokens = tokenize(formula);
  let at = 0;
  let depth = 0;
  const peek = (): Token => tokens[at] ?? { kind: 'end', text: '' };
  const isOperator = (...texts: readonly string[]): boolean =>
    peek().kind === 'operator' && texts.includes(peek().text);
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const expect = (text: string): void => {
    if (!isOperator(text))
      throw text === ')' ? new FormulaError(`Syntax error. Missing ')'`) : syntaxError(peek().text);
    at += 1;
  };

  function binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    while (isOperator(...operators)) {
      const operator = next().text;
      left = { kind: 'call', name: SAME[operator] ?? operator, parameters: [left, binary(level + 1)] };
    }
    return left;
  }

  function unary(): FormulaNode {
    depth += 1;
    if (depth > MAX_DEPTH) throw new FormulaError(`formulas nested deeper than ${MAX_DEPTH} levels are not emulated`);
    try {
      if (isOperator('-', '+', '!')) {
        const sign = next().text;
        const operand = unary();
        if (sign === '+') return operand;
        return { kind: 'call', name: sign === '-' ? 'negate' : 'NOT', parameters: [operand] };
      }
      return primary();
    } finally {
      depth -= 1;
    }
  }

  function primary(): FormulaNode {
    const token = next();
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    if (token.kind === 'operator' && token.text === '(') {
      const inner = binary(0);
      expect(')');
      return inner;
    }
    if (token.kind !== 'name') throw syntaxError(token.text);
    if (isOperator('(')) return { kind: 'call', name: token.text.toUpperCase(), parameters: parameters() };
    return constant(token.text) ?? { kind: 'field', path: token.text };
  }

  function parameters(): FormulaNode[] {
    expect('(');
    if (isOperator(')')) {
      at += 1;
      return [];
    }
    const found = [binary(0)];
    while (isOperator(',')) {
      at += 1;
      found.push(binary(0));
    }
    expect(')');
    return found;
  }

  const root = binary(0);
  if (peek().kind !== 'end') throw new FormulaError(`Syntax error. Extra '${peek().text}'`);
  return root;
}

function constant(name: string): FormulaNode | undefined {
  switch (name.toUpperCase()) {
    case 'TRUE':
      return { kind: 'boolean', value: true };
    case 'FALSE':
      return { kind: 'boolean', value: false };
    case 'NULL':
      return { kind: 'null' };
    default:
      return undefined;
  }
}
