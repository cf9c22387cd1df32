import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { toComparable } from './comparable.ts';
import type { Comparable } from './comparable.ts';
import { comparedSql } from './compile-equality.ts';
import type { Literal } from './grammar/syntax-tree.ts';
import { invalidOperator } from './invalid-operator.ts';
import type { Operand } from './operand.ts';
import type { SqlFragment } from './sql-fragment.ts';

export type Inequality = '<' | '<=' | '>' | '>=';

/** The operand is before, after, smaller or greater; never true of nothing. */
export function compileInequality(operand: Operand, operator: Inequality, literal: Literal, soql: string): SqlFragment {
  if (operand.field.type === 'boolean' || operand.field.type === 'multipicklist') {
    throw invalidOperator('invalid operator', operand, soql);
  }
  const comparable = toComparable(literal, operand, soql);
  if (comparable.kind === 'null') throw new NotEmulatedError(`SOQL ${operand.written.text} ${operator} null`);
  if (comparable.kind === 'range') return compareRange(operand, operator, comparable);
  return { text: `${comparedSql(operand)} ${operator} ?`, values: [...operand.values, comparable.value] };
}

/**
 * `<` and `>=` mean the range's beginning. Of `>` and `<=` the guide says that they mean either side of the range, while
 * `> LAST_N_DAYS:n` is widely used for what is in it: not known, except for one day compared with a date, where both
 * readings agree.
 */
function compareRange(
  operand: Operand,
  operator: Inequality,
  { start, literal, oneDay }: Extract<Comparable, { kind: 'range' }>,
): SqlFragment {
  const isBeginning = operator === '<' || operator === '>=';
  if (!isBeginning && !(oneDay && operand.field.type === 'date')) {
    throw new NotEmulatedError(`SOQL ${operand.written.text} ${operator} ${literal}: use >= or < with this literal`);
  }
  return { text: `${operand.sql} ${operator} ?`, values: [...operand.values, start] };
}
