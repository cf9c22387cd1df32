import type { CompiledFormula } from '../compiled-formula.ts';
import { wrongArgumentCount, wrongArgumentType } from '../formula-error.ts';
import { checkCount, commonType, expectType, type FormulaFunction } from '../formula-function.ts';
import { TYPE_NAMES, type FormulaValue } from '../formula-value.ts';

/** Blank: nothing, and the empty text. */
function isBlank(value: FormulaValue): boolean {
  return value === null || value === '';
}

function junction(decisive: boolean): FormulaFunction {
  return (parameters, name) => {
    checkCount(name, parameters, 1);
    for (const parameter of parameters) expectType(name, parameter, 'boolean');
    return {
      type: 'boolean',
      evaluate: (run) =>
        parameters.some((parameter) => (parameter.evaluate(run) ?? false) === decisive) ? decisive : !decisive,
    };
  };
}

const blankTest: FormulaFunction = (parameters, name) => {
  checkCount(name, parameters, 1, 1);
  const [parameter] = parameters as [CompiledFormula];
  if (parameter.type === 'boolean') throw wrongArgumentType(name, 'Number, Text, Date, DateTime', 'Boolean');
  return { type: 'boolean', evaluate: (run) => isBlank(parameter.evaluate(run)) };
};

const blankValue: FormulaFunction = (parameters, name) => {
  checkCount(name, parameters, 2, 2);
  const [parameter, substitute] = parameters as [CompiledFormula, CompiledFormula];
  return {
    type: commonType(name, parameters),
    evaluate(run) {
      const value = parameter.evaluate(run);
      return isBlank(value) ? substitute.evaluate(run) : value;
    },
  };
};

const choice: FormulaFunction = (parameters, name) => {
  if (parameters.length % 2 !== 0 || parameters.length < 4) {
    throw wrongArgumentCount(name, String(Math.max(4, parameters.length + 1)), parameters.length);
  }
  const [subject, ...rest] = parameters as [CompiledFormula, ...CompiledFormula[]];
  const otherwise = rest.at(-1) as CompiledFormula;
  const branches = rest.slice(0, -1).flatMap((test, index) => {
    const result = rest[index + 1];
    return index % 2 === 0 && result ? [{ test, result }] : [];
  });
  for (const { test } of branches) {
    if (subject.type !== 'picklist') expectType(name, test, subject.type === 'null' ? test.type : subject.type);
    else if (test.literal === undefined) throw wrongArgumentType(name, 'Text literal', TYPE_NAMES[test.type]);
  }
  const results = [...branches.map(({ result }) => result), otherwise];
  const type = commonType(name, results);
  if (type === 'boolean') throw wrongArgumentType(name, 'Number, Text, Date, DateTime', 'Boolean');
  const isText = subject.type === 'text' || subject.type === 'picklist';
  return {
    type,
    evaluate(run) {
      const value = subject.evaluate(run) ?? (isText ? '' : null);
      const branch = branches.find(({ test }) => {
        const wanted = test.evaluate(run) ?? (isText ? '' : null);
        return wanted !== null && wanted === value;
      });
      return (branch?.result ?? otherwise).evaluate(run);
    },
  };
};

/** Source: Salesforce's open-source formula engine: nothing is taken as false by AND, OR and IF, and stays nothing in NOT. */
export const logicalFunctions: Readonly<Record<string, FormulaFunction>> = {
  AND: junction(false),
  OR: junction(true),
  NOT: (parameters, name) => {
    checkCount(name, parameters, 1, 1);
    const [parameter] = parameters as [CompiledFormula];
    expectType(name, parameter, 'boolean');
    return {
      type: 'boolean',
      evaluate(run) {
        const value = parameter.evaluate(run);
        return value === null ? null : !value;
      },
    };
  },
  IF: (parameters, name) => {
    checkCount(name, parameters, 3, 3);
    const [test, then, otherwise] = parameters as [CompiledFormula, CompiledFormula, CompiledFormula];
    expectType(name, test, 'boolean');
    return {
      type: commonType(name, [then, otherwise]),
      evaluate: (run) => (test.evaluate(run) === true ? then : otherwise).evaluate(run),
    };
  },
  CASE: choice,
  ISBLANK: blankTest,
  /** A text is never null. */
  ISNULL: (parameters, name, place) => {
    const compiled = blankTest(parameters, name, place);
    return parameters[0]?.type === 'text' ? { type: 'boolean', evaluate: () => false } : compiled;
  },
  BLANKVALUE: blankValue,
  NULLVALUE: (parameters, name, place) => {
    const compiled = blankValue(parameters, name, place);
    const [parameter] = parameters;
    return parameter?.type === 'text' ? { type: 'text', evaluate: (run) => parameter.evaluate(run) } : compiled;
  },
};
