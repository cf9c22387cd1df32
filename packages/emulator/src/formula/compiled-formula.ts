import type { FormulaRun } from './formula-run.ts';
import type { FormulaType, FormulaValue } from './formula-value.ts';

/** A formula, or a part of one, that is known to be right and can be run. */
export interface CompiledFormula {
  readonly type: FormulaType;
  /** The text of a literal; what stands for a pattern or a picklist's value must be one. */
  readonly literal?: string;
  /** Of a field of the record itself: its value in another state of the record, and its name. */
  readonly field?: { readonly name: string; readonly at: (run: FormulaRun) => FormulaValue };
  readonly evaluate: (run: FormulaRun) => FormulaValue;
}
