import { compileFormula } from '../formula/compile-formula.ts';
import type { CompiledFormula } from '../formula/compiled-formula.ts';
import { FormulaError } from '../formula/formula-error.ts';
import { TYPE_NAMES } from '../formula/formula-value.ts';
import type { Org } from '../org/org.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';

/**
 * The condition of a rule, ready to run: it must say true or false.
 *
 * @throws FormulaError
 */
export function compileRule(
  org: Org,
  object: ObjectDefinition,
  { formula, namespace }: { readonly formula: string; readonly namespace: string | null },
): CompiledFormula {
  const compiled = compileFormula(formula, { org, object, namespace, blankAsZero: false, place: 'validation rule' });
  if (compiled.type !== 'boolean' && compiled.type !== 'null') {
    throw new FormulaError(
      `Formula result is data type (${TYPE_NAMES[compiled.type]}), incompatible with expected data type (true or false).`,
    );
  }
  return compiled;
}
