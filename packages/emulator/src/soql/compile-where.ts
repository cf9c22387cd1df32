import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { compileEquality, equalsAny } from './compile-equality.ts';
import { compileInequality } from './compile-inequality.ts';
import { compileIncludes, compileLike } from './compile-pattern.ts';
import { compileSemiJoin } from './compile-semi-join.ts';
import { textOf } from './comparable.ts';
import type { Comparable } from './comparable.ts';
import { isFilterable } from './field-abilities.ts';
import type { FieldScope } from './field-scope.ts';
import type { Condition, DistanceCall, FieldExpression, Literal } from './grammar/syntax-tree.ts';
import { invalidOperator } from './invalid-operator.ts';
import { requireLabelled, valuesWithLabel } from './label-values.ts';
import { operandOf } from './operand-of.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import { checkSemiJoins } from './semi-join-rules.ts';
import { joinConditions, negate } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import type { Statement } from './statement.ts';

/** Looks at what a condition compares, and throws where that is not allowed. */
export type OperandCheck = (operand: Operand) => void;

/** Rows are filtered and sorted one by one. Salesforce's words for an aggregate there are not known. */
export function refuseAggregate({ aggregate, groupingOf, written }: Operand): void {
  if (aggregate || groupingOf) throw new NotEmulatedError(`SOQL ${written.text} outside of a grouped query`);
}

/**
 * A WHERE or HAVING clause as SQL. NULL counts as false in it; what is negated is made true or false first.
 *
 * @param check sees every operand but those of sub-selects
 */
export function compileWhere(
  condition: Condition,
  scope: FieldScope,
  statement: Statement,
  check: OperandCheck = refuseAggregate,
): SqlFragment {
  checkSemiJoins(condition, statement.soql);
  return compileCondition(condition, scope, statement, check);
}

function compileCondition(
  condition: Condition,
  scope: FieldScope,
  statement: Statement,
  check: OperandCheck,
): SqlFragment {
  const { soql } = statement;
  const compile = (part: Condition): SqlFragment => compileCondition(part, scope, statement, check);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return joinConditions(condition.parts.map(compile), condition.kind === 'and' ? 'AND' : 'OR');
    case 'not':
      return negate(compile(condition.part));
    case 'semiJoin':
      return compileSemiJoin(condition, scope, statement, compileWhere);
    case 'like':
      return compileLike(filterOperand(condition.left, scope, soql, check), condition.pattern, soql);
    case 'includes': {
      const includes = compileIncludes(filterOperand(condition.left, scope, soql, check), condition.values, soql);
      return condition.negated ? negate(includes) : includes;
    }
    case 'in': {
      const among = equalTo(filterOperand(condition.left, scope, soql, check), condition.values, soql);
      return condition.negated ? negate(among) : among;
    }
    case 'compare': {
      const operand = filterOperand(condition.left, scope, soql, check);
      const { operator, right } = condition;
      if (operator === '=') return equalTo(operand, [right], soql);
      if (operator === '!=') return negate(equalTo(operand, [right], soql));
      if (operand.label) throw new NotEmulatedError(`SOQL ${operand.written.text} ${operator}`);
      return compileInequality(operand, operator, right, soql);
    }
    default:
      throw new TypeError('A condition of no known kind.', { cause: condition });
  }
}

function equalTo(operand: Operand, literals: readonly Literal[], soql: string): SqlFragment {
  if (!operand.label) return compileEquality(operand, literals, soql);
  requireLabelled(operand.field, operand.written);
  const values = literals.flatMap((literal): Comparable[] => {
    if (literal.kind === 'null') return [{ kind: 'null' }];
    if (literal.kind !== 'string') throw invalidOperator('invalid operator', operand, soql);
    return valuesWithLabel(operand.field, textOf(literal)).map((value) => ({ kind: 'value', value }));
  });
  return equalsAny(operand, values);
}

function filterOperand(
  left: FieldExpression | DistanceCall,
  scope: FieldScope,
  soql: string,
  check: OperandCheck,
): Operand {
  const operand = operandOf(left, scope, soql);
  if (operand.groupingOf) throw new NotEmulatedError(`SOQL ${operand.written.text} in a condition`);
  if (left.kind === 'field' && !isFilterable(operand.field)) {
    throw queryError({
      errorCode: 'INVALID_FIELD',
      text: `field '${operand.field.name}' can not be filtered in a query call`,
      soql,
      offset: operand.written.offset,
    });
  }
  check(operand);
  return operand;
}
