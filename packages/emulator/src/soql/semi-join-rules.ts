import type { Condition } from './grammar/syntax-tree.ts';
import { malformed } from './malformed.ts';

/** Source: SOQL and SOSL Reference, Comparison Operators, Semi-Joins with IN and Anti-Joins with NOT IN. */
const MOST_SEMI_JOINS = 2;

type SemiJoin = Extract<Condition, { kind: 'semiJoin' }>;

/**
 * Where sub-selects may stand in a condition: at most two, joined by AND at the top level. Source: the same page; the
 * messages as clients have logged them, the one for more than two excepted.
 */
export function checkSemiJoins(condition: Condition, soql: string): void {
  const found: SemiJoin[] = [];
  const visit = (part: Condition, depth: number, underOr: boolean): void => {
    if (part.kind === 'semiJoin') {
      found.push(part);
      if (underOr && depth > 1) {
        throw malformed(
          soql,
          'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
          part.left,
        );
      }
      if (underOr) throw malformed(soql, "Semi join sub-selects are not allowed with the 'OR' operator", part.left);
      return;
    }
    if (part.kind === 'not') visit(part.part, depth + 1, underOr);
    if (part.kind === 'and' || part.kind === 'or') {
      for (const each of part.parts) visit(each, depth + 1, underOr || part.kind === 'or');
    }
  };
  visit(condition, 0, false);
  const third = found[MOST_SEMI_JOINS];
  if (third) throw malformed(soql, 'Maximum of 2 semi join sub-selects allowed.', third.left);
}

/** Does a sub-select's condition hold a further one? */
export function holdsSemiJoin(condition: Condition): boolean {
  if (condition.kind === 'semiJoin') return true;
  if (condition.kind === 'not') return holdsSemiJoin(condition.part);
  return (condition.kind === 'and' || condition.kind === 'or') && condition.parts.some(holdsSemiJoin);
}
