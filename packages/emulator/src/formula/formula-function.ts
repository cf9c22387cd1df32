import type { CompiledFormula } from './compiled-formula.ts';
import { wrongArgumentCount, wrongArgumentType } from './formula-error.ts';
import type { FormulaRun } from './formula-run.ts';
import { TYPE_NAMES, type FormulaType, type FormulaValue } from './formula-value.ts';

/** Where a formula stands: a validation rule knows what the record was before, a formula field does not. */
export type FormulaPlace = 'validation rule' | 'formula field';

/** Checks what a function is given, and says what it computes. @throws FormulaError */
export type FormulaFunction = (
  parameters: readonly CompiledFormula[],
  name: string,
  place: FormulaPlace,
) => CompiledFormula;

type ValueOf<Type extends FormulaType> = Type extends 'number' | 'date' | 'datetime'
  ? number | null
  : Type extends 'boolean'
    ? boolean | null
    : string | null;
type Values<Types extends readonly FormulaType[]> = { [Index in keyof Types]: ValueOf<Types[Index]> };

/**
 * A function of these parameters. `null` fits every type.
 *
 * @param optional how many of the last ones may be left out; they are null then
 */
export function simple<const Types extends readonly FormulaType[]>(
  types: Types,
  result: FormulaType,
  compute: (values: Values<Types>, run: FormulaRun) => FormulaValue,
  { optional = 0 }: { readonly optional?: number } = {},
): FormulaFunction {
  return (parameters, name) => {
    checkCount(name, parameters, types.length - optional, types.length);
    for (const [index, parameter] of parameters.entries()) expectType(name, parameter, types[index] ?? 'null');
    return {
      type: result,
      evaluate: (run) => {
        const values = types.map((_, index) => parameters[index]?.evaluate(run) ?? null);
        return compute(values as unknown as Values<Types>, run);
      },
    };
  };
}

/** The same, whose result is null when one of the values is. */
export function strict<const Types extends readonly FormulaType[]>(
  types: Types,
  result: FormulaType,
  compute: (values: { [Index in keyof Types]: NonNullable<ValueOf<Types[Index]>> }, run: FormulaRun) => FormulaValue,
): FormulaFunction {
  return simple(types, result, (values, run) =>
    values.includes(null)
      ? null
      : compute(values as unknown as { [Index in keyof Types]: NonNullable<ValueOf<Types[Index]>> }, run),
  );
}

export function checkCount(
  name: string,
  parameters: readonly CompiledFormula[],
  least: number,
  most = Number.POSITIVE_INFINITY,
): void {
  if (parameters.length < least) throw wrongArgumentCount(name, String(least), parameters.length);
  if (parameters.length > most) throw wrongArgumentCount(name, String(most), parameters.length);
}

export function expectType(name: string, { type }: CompiledFormula, ...allowed: readonly FormulaType[]): void {
  if (type === 'null' || allowed.includes(type)) return;
  throw wrongArgumentType(name, allowed.map((one) => TYPE_NAMES[one]).join(', '), TYPE_NAMES[type]);
}

/** The type that several results have in common. */
export function commonType(name: string, results: readonly CompiledFormula[]): FormulaType {
  const first = results.find(({ type }) => type !== 'null');
  if (!first) return 'null';
  for (const result of results) expectType(name, result, first.type);
  return first.type;
}
