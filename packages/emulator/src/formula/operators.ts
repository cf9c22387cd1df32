import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { CompiledFormula } from './compiled-formula.ts';
import { wrongOperandType } from './formula-error.ts';
import { exact, MILLISECONDS_A_DAY, TYPE_NAMES, type FormulaType, type FormulaValue } from './formula-value.ts';
import type { FormulaFunction } from './formula-function.ts';

type Pair = readonly [left: CompiledFormula, right: CompiledFormula];

const isTime = (type: FormulaType): boolean => type === 'date' || type === 'datetime';

/** Nothing compared with something is neither true nor false, but a blank text is the empty one. */
function compare(pair: Pair, operator: string, test: (order: number) => boolean): CompiledFormula {
  const [left, right] = pair;
  const common = left.type === 'null' ? right.type : left.type;
  for (const { type } of pair) {
    if (type !== 'null' && type !== common) throw wrongOperandType(operator, TYPE_NAMES[common], TYPE_NAMES[type]);
  }
  if (common === 'picklist' || common === 'multipicklist') throw wrongOperandType(operator, 'Text', TYPE_NAMES[common]);
  const ordered = operator !== '=' && operator !== '<>';
  if (ordered && (common === 'boolean' || common === 'text')) {
    throw wrongOperandType(operator, 'Number, Date, DateTime', TYPE_NAMES[common]);
  }
  return {
    type: 'boolean',
    evaluate(run) {
      const [a, b] = [left.evaluate(run), right.evaluate(run)].map((value) =>
        common === 'text' ? (value ?? '') : value,
      );
      if (a === null || b === null || a === undefined || b === undefined) return null;
      return test(a === b ? 0 : a < b ? -1 : 1);
    },
  };
}

function numbers(
  pair: Pair,
  operator: string,
  compute: (left: number, right: number) => number,
  type: FormulaType = 'number',
): CompiledFormula {
  const [left, right] = pair;
  return {
    type,
    evaluate(run) {
      const [a, b] = [left.evaluate(run), right.evaluate(run)];
      if (typeof a !== 'number' || typeof b !== 'number') return null;
      const result = compute(a, b);
      if (!Number.isFinite(result)) throw new NotEmulatedError(`a formula that computes ${a} ${operator} ${b}`);
      return exact(result);
    },
  };
}

function arithmetic(operator: string, compute: (left: number, right: number) => number): FormulaFunction {
  return ([left, right]) => {
    const pair: Pair = [left as CompiledFormula, right as CompiledFormula];
    for (const { type } of pair) {
      if (type !== 'number' && type !== 'null') throw wrongOperandType(operator, 'Number', TYPE_NAMES[type]);
    }
    return numbers(pair, operator, compute);
  };
}

/** Days are added to dates and date-times; two of them are days apart. */
function addition(operator: '+' | '-'): FormulaFunction {
  const sign = operator === '+' ? 1 : -1;
  return ([left, right]) => {
    const [one, other] = [left as CompiledFormula, right as CompiledFormula];
    const pair: Pair = [one, other];
    if (operator === '+' && (one.type === 'text' || other.type === 'text')) return concatenation(pair, operator);
    if (operator === '-' && isTime(one.type) && one.type === other.type) {
      const unit = one.type === 'date' ? 1 : MILLISECONDS_A_DAY;
      return numbers(pair, operator, (a, b) => (a - b) / unit);
    }
    if (isTime(one.type) && ['number', 'null'].includes(other.type)) return moved(pair, one.type, sign);
    if (operator === '+' && isTime(other.type) && ['number', 'null'].includes(one.type)) {
      return moved([other, one], other.type, sign);
    }
    return arithmetic(operator, (a, b) => a + sign * b)(pair, operator, 'formula field');
  };
}

function moved(pair: Pair, type: FormulaType, sign: number): CompiledFormula {
  return type === 'date'
    ? numbers(pair, '+', (day, days) => Math.floor(day + sign * days), type)
    : numbers(pair, '+', (time, days) => Math.round(time + sign * days * MILLISECONDS_A_DAY), type);
}

function concatenation(pair: Pair, operator: string): CompiledFormula {
  for (const { type } of pair) {
    if (type !== 'text' && type !== 'null') throw wrongOperandType(operator, 'Text', TYPE_NAMES[type]);
  }
  return {
    type: 'text',
    evaluate: (run) => pair.map((part): FormulaValue => part.evaluate(run) ?? '').join(''),
  };
}

/** Each takes two operands. Source: Salesforce's open-source formula engine, its operators. */
export const operators: Readonly<Record<string, FormulaFunction>> = {
  '=': (pair) => compare(pair as unknown as Pair, '=', (order) => order === 0),
  '<>': (pair) => compare(pair as unknown as Pair, '<>', (order) => order !== 0),
  '<': (pair) => compare(pair as unknown as Pair, '<', (order) => order < 0),
  '>': (pair) => compare(pair as unknown as Pair, '>', (order) => order > 0),
  '<=': (pair) => compare(pair as unknown as Pair, '<=', (order) => order <= 0),
  '>=': (pair) => compare(pair as unknown as Pair, '>=', (order) => order >= 0),
  '+': addition('+'),
  '-': addition('-'),
  '&': (pair) => concatenation(pair as unknown as Pair, '&'),
  '*': arithmetic('*', (a, b) => a * b),
  '/': arithmetic('/', (a, b) => a / b),
  '^': arithmetic('^', (a, b) => a ** b),
  negate: ([operand]) => {
    const one = operand as CompiledFormula;
    if (one.type !== 'number' && one.type !== 'null') throw wrongOperandType('-', 'Number', TYPE_NAMES[one.type]);
    return {
      type: 'number',
      evaluate(run) {
        const value = one.evaluate(run);
        return typeof value === 'number' ? -value : null;
      },
    };
  },
};
