import type { CompiledFormula } from '../compiled-formula.ts';
import { FormulaError, wrongArgumentType } from '../formula-error.ts';
import { checkCount, expectType, type FormulaFunction } from '../formula-function.ts';
import { TYPE_NAMES, type FormulaValue } from '../formula-value.ts';

/** A field of the record itself: what lies beyond a relationship has no earlier value. */
function ownField(
  name: string,
  parameters: readonly CompiledFormula[],
): CompiledFormula & Required<Pick<CompiledFormula, 'field'>> {
  checkCount(name, parameters, 1, 1);
  const [parameter] = parameters as [CompiledFormula];
  const { field } = parameter;
  if (!field) throw wrongArgumentType(name, 'Field of the record', TYPE_NAMES[parameter.type]);
  return { ...parameter, field };
}

function inRulesOnly(build: FormulaFunction): FormulaFunction {
  return (parameters, name, place) => {
    if (place !== 'validation rule') {
      throw new FormulaError(`Function ${name} may not be used in this type of formula`);
    }
    return build(parameters, name, place);
  };
}

function normalized(value: FormulaValue): FormulaValue {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n') || null;
  return value;
}

/**
 * Functions that look at the write itself, and at picklists. A new record has changed nothing, and its earlier values are
 * its own. Source: Salesforce Help, ISCHANGED, ISNEW and PRIORVALUE; Salesforce's open-source formula engine.
 */
export const recordFunctions: Readonly<Record<string, FormulaFunction>> = {
  ISNEW: inRulesOnly((parameters, name) => {
    checkCount(name, parameters, 0, 0);
    return { type: 'boolean', evaluate: ({ isNew }) => isNew };
  }),
  ISCHANGED: inRulesOnly((parameters, name) => {
    const { field, evaluate } = ownField(name, parameters);
    return {
      type: 'boolean',
      evaluate: (run) =>
        run.prior !== undefined && normalized(evaluate(run)) !== normalized(field.at({ ...run, record: run.prior })),
    };
  }),
  PRIORVALUE: inRulesOnly((parameters, name) => {
    const { field, type } = ownField(name, parameters);
    return { type, evaluate: (run) => field.at({ ...run, record: run.prior ?? run.record }) };
  }),
  ISPICKVAL: (parameters, name) => {
    checkCount(name, parameters, 2, 2);
    const [field, value] = parameters as [CompiledFormula, CompiledFormula];
    expectType(name, field, 'picklist');
    if (value.literal === undefined) throw wrongArgumentType(name, 'Text literal', TYPE_NAMES[value.type]);
    const { literal } = value;
    return { type: 'boolean', evaluate: (run) => (field.evaluate(run) ?? '') === literal };
  },
  INCLUDES: (parameters, name) => {
    checkCount(name, parameters, 2, 2);
    const [field, value] = parameters as [CompiledFormula, CompiledFormula];
    expectType(name, field, 'multipicklist');
    if (value.literal === undefined) throw wrongArgumentType(name, 'Text literal', TYPE_NAMES[value.type]);
    const { literal } = value;
    return {
      type: 'boolean',
      evaluate: (run) =>
        String(field.evaluate(run) ?? '')
          .split(';')
          .includes(literal),
    };
  },
};
