import { toComparable } from './comparable.ts';
import type { Comparable, ComparableContext, Literal } from './comparable.ts';
import { comparedSides } from './compared-sides.ts';
import type { Operand } from './operand.ts';
import { joinConditions, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** `=` and IN: the operand is one of these. */
export function compileEquality(
  operand: Operand,
  literals: readonly Literal[],
  context: ComparableContext,
): SqlFragment {
  const tests = literals.map((literal) => equals(operand, toComparable(literal, operand, context)));
  return joinAny(tests);
}

/** Plain values of the same left side go into one IN. */
function joinAny(tests: readonly Equality[]): SqlFragment {
  const lists = new Map<string, Equality[]>();
  const conditions: SqlFragment[] = [];
  for (const test of tests) {
    const list = test.inList === undefined ? undefined : lists.get(test.inList);
    if (list) list.push(test);
    else if (test.inList !== undefined) lists.set(test.inList, [test]);
    else conditions.push(test);
  }
  for (const [left, members] of lists) {
    const [only] = members;
    const marks = members.map(() => '?').join(', ');
    const values = members.flatMap((member) => member.values);
    conditions.push(
      members.length === 1 && only ? only : { text: `(${left} IN (${marks}) AND ${left} IS NOT NULL)`, values },
    );
  }
  return joinConditions(conditions, 'OR');
}

/** An equality with one value may be merged with others over the same `inList` left side. */
type Equality = SqlFragment & { readonly inList?: string };

function equals(operand: Operand, comparable: Comparable): Equality {
  if (comparable.kind === 'null') return sql(`${operand.sql} IS NULL`);
  if (comparable.kind === 'range') {
    return sql(
      `(${operand.sql} >= ? AND ${operand.sql} < ? AND ${operand.sql} IS NOT NULL)`,
      comparable.start,
      comparable.end,
    );
  }
  const { left, value } = comparedSides(operand, comparable.value);
  return { text: `${left} IS ?`, values: [value], inList: left };
}
