import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { CompiledFormula } from '../compiled-formula.ts';
import { checkCount, commonType, expectType, strict, type FormulaFunction } from '../formula-function.ts';
import { exact } from '../formula-value.ts';

function of(compute: (number: number) => number, name: string): FormulaFunction {
  return strict(['number'], 'number', ([number]) => {
    const result = compute(number);
    if (!Number.isFinite(result)) throw new NotEmulatedError(`a formula that computes ${name}(${number})`);
    return exact(result);
  });
}

/** Halves away from zero. */
function round(number: number, digits: number): number {
  const shifted = Number(`${Math.abs(number)}e${digits}`);
  return Math.sign(number) * Number(`${Math.round(shifted)}e${-digits}`);
}

function extreme(pick: (...numbers: number[]) => number): FormulaFunction {
  return (parameters, name) => {
    checkCount(name, parameters, 1);
    for (const parameter of parameters) expectType(name, parameter, 'number', 'date', 'datetime');
    return {
      type: commonType(name, parameters),
      evaluate(run) {
        const numbers = parameters.map((parameter: CompiledFormula) => parameter.evaluate(run));
        return numbers.includes(null) ? null : pick(...numbers.map(Number));
      },
    };
  };
}

/** Source: Salesforce Help, Formula Operators and Functions: CEILING and FLOOR look at the size of a number, MCEILING and MFLOOR at the line. */
export const mathFunctions: Readonly<Record<string, FormulaFunction>> = {
  ABS: of(Math.abs, 'ABS'),
  CEILING: of((number) => Math.sign(number) * Math.ceil(Math.abs(number)), 'CEILING'),
  EXP: of(Math.exp, 'EXP'),
  FLOOR: of((number) => Math.sign(number) * Math.floor(Math.abs(number)), 'FLOOR'),
  LN: of(Math.log, 'LN'),
  LOG: of(Math.log10, 'LOG'),
  MAX: extreme(Math.max),
  MCEILING: of(Math.ceil, 'MCEILING'),
  MFLOOR: of(Math.floor, 'MFLOOR'),
  MIN: extreme(Math.min),
  MOD: strict(['number', 'number'], 'number', ([number, divisor]) => {
    if (divisor === 0) throw new NotEmulatedError(`a formula that computes MOD(${number}, 0)`);
    return exact(number % divisor);
  }),
  ROUND: strict(['number', 'number'], 'number', ([number, digits]) => round(number, Math.trunc(digits))),
  SQRT: of(Math.sqrt, 'SQRT'),
};
