import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { toComparable } from './comparable.ts';
import type { Comparable, ComparableContext, Literal } from './comparable.ts';
import { comparedSides } from './compared-sides.ts';
import { invalidOperator } from './invalid-operator.ts';
import type { Operand } from './operand.ts';
import { sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

export type Inequality = '<' | '<=' | '>' | '>=';

/** The operand is before, after, smaller or greater; never true of nothing. */
export function compileInequality(
  operand: Operand,
  operator: Inequality,
  literals: readonly Literal[],
  context: ComparableContext,
): SqlFragment {
  const literal = literals[0];
  if (!literal || literals.length > 1) throw new NotEmulatedError(`SOQL ${operand.written} ${operator} with a list`);
  if (operand.field.type === 'boolean' || operand.field.type === 'multipicklist') {
    throw invalidOperator('invalid operator', operand, context);
  }
  const comparable = toComparable(literal, operand, context);
  if (comparable.kind === 'null') throw new NotEmulatedError(`SOQL ${operand.written} ${operator} null`);
  if (comparable.kind === 'range') return compareRange(operand, operator, comparable);
  const { left, value } = comparedSides(operand, comparable.value);
  return sql(`(${left} ${operator} ? AND ${left} IS NOT NULL)`, value);
}

/**
 * `<` and `>=` mean the range's beginning. Which edge `>` and `<=` mean is documented nowhere and told differently by
 * different people, except for one day compared with a date, where both readings agree.
 */
function compareRange(
  operand: Operand,
  operator: Inequality,
  { start, end, literal }: Extract<Comparable, { kind: 'range' }>,
): SqlFragment {
  const isBeginning = operator === '<' || operator === '>=';
  const isOneDay = operand.field.type === 'date' && Date.parse(end) - Date.parse(start) === 86_400_000;
  if (!isBeginning && !isOneDay) {
    throw new NotEmulatedError(`SOQL ${operand.written} ${operator} ${literal}: use >= or < with this literal`);
  }
  return sql(`(${operand.sql} ${operator} ? AND ${operand.sql} IS NOT NULL)`, start);
}
