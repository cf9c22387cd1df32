import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { toLongId } from '../../org/record-id.ts';
import type { CompiledFormula } from '../compiled-formula.ts';
import { FormulaError } from '../formula-error.ts';
import { checkCount, expectType, simple, strict, type FormulaFunction } from '../formula-function.ts';
import { dateOfDay, type FormulaValue } from '../formula-value.ts';
import { toPattern } from '../to-pattern.ts';

const NUMERIC = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** An empty text in the place of the second is part of every text; nothing holds no other text. */
function search(test: (text: string, part: string) => boolean): FormulaFunction {
  return simple(['text', 'text'], 'boolean', ([text, part]) => {
    if (part === null || part === '') return true;
    return text === null || text === '' ? null : test(text, part);
  });
}

function pad(side: 'start' | 'end'): FormulaFunction {
  return simple(
    ['text', 'number', 'text'],
    'text',
    ([text, length, filling]) => {
      if (text === null || length === null) return null;
      const cut = text.slice(0, Math.max(0, Math.trunc(length)));
      const size = Math.max(0, Math.trunc(length));
      return side === 'start' ? cut.padStart(size, filling ?? ' ') : cut.padEnd(size, filling ?? ' ');
    },
    { optional: 1 },
  );
}

function asText({ type }: CompiledFormula, value: FormulaValue): FormulaValue {
  if (value === null) return null;
  if (type === 'date') return dateOfDay(Number(value));
  if (type === 'datetime')
    return new Date(Number(value))
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z');
  return String(value);
}

/** One that a field holds is known only when the formula runs. */
function computedPattern(pattern: string): RegExp {
  try {
    return toPattern(pattern);
  } catch (error) {
    if (error instanceof FormulaError) throw new NotEmulatedError(error.message);
    throw error;
  }
}

/** Source: Salesforce Help, Formula Operators and Functions; Salesforce's open-source formula engine for blank values. */
export const textFunctions: Readonly<Record<string, FormulaFunction>> = {
  BEGINS: search((text, part) => text.startsWith(part)),
  CONTAINS: search((text, part) => text.includes(part)),
  BR: simple([], 'text', () => '\n'),
  CASESAFEID: strict(['text'], 'text', ([id]) => (id.length === 15 ? toLongId(id) : id)),
  FIND: simple(
    ['text', 'text', 'number'],
    'number',
    ([part, text, start]) => {
      if (part === null || part === '' || text === null) return 0;
      return text.indexOf(part, Math.max(0, Math.trunc(start ?? 1) - 1)) + 1;
    },
    { optional: 1 },
  ),
  ISNUMBER: simple(['text'], 'boolean', ([text]) => text !== null && NUMERIC.test(text)),
  LEFT: strict(['text', 'number'], 'text', ([text, length]) => text.slice(0, Math.max(0, Math.trunc(length)))),
  LEN: simple(['text'], 'number', ([text]) => text?.length ?? 0),
  LOWER: strict(['text'], 'text', ([text]) => text.toLowerCase()),
  LPAD: pad('start'),
  MID: strict(['text', 'number', 'number'], 'text', ([text, start, length]) => {
    const from = Math.max(1, Math.trunc(start)) - 1;
    return text.slice(from, from + Math.max(0, Math.trunc(length)));
  }),
  REGEX: (parameters, name) => {
    checkCount(name, parameters, 2, 2);
    const [text, pattern] = parameters as [CompiledFormula, CompiledFormula];
    expectType(name, text, 'text');
    expectType(name, pattern, 'text');
    const fixed = pattern.literal === undefined ? undefined : toPattern(pattern.literal);
    return {
      type: 'boolean',
      evaluate(run) {
        const matched = fixed ?? computedPattern(String(pattern.evaluate(run) ?? ''));
        return matched.test(String(text.evaluate(run) ?? ''));
      },
    };
  },
  RIGHT: strict(['text', 'number'], 'text', ([text, length]) => {
    const size = Math.max(0, Math.trunc(length));
    return size === 0 ? '' : text.slice(-size);
  }),
  RPAD: pad('end'),
  SUBSTITUTE: simple(['text', 'text', 'text'], 'text', ([text, old, replacement]) => {
    if (text === null || old === null || old === '') return text;
    return text.replaceAll(old, () => replacement ?? '');
  }),
  TEXT: (parameters, name) => {
    checkCount(name, parameters, 1, 1);
    const [parameter] = parameters as [CompiledFormula];
    expectType(name, parameter, 'number', 'date', 'datetime', 'picklist');
    return { type: 'text', evaluate: (run) => asText(parameter, parameter.evaluate(run)) };
  },
  TRIM: strict(['text'], 'text', ([text]) => text.trim()),
  UPPER: strict(['text'], 'text', ([text]) => text.toUpperCase()),
  VALUE: simple(['text'], 'number', ([text]) => {
    if (text === null || text === '') return null;
    if (!NUMERIC.test(text)) throw new NotEmulatedError(`a formula that computes VALUE("${text}")`);
    return Number(text);
  }),
};
