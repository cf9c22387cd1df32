import type { ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Literal } from './comparable.ts';
import { compileSemiJoin } from './compile-semi-join.ts';
import { compileTest } from './compile-test.ts';
import { toConditionTree } from './condition-tree.ts';
import type { ConditionTree } from './condition-tree.ts';
import { isFilterable } from './field-abilities.ts';
import type { FieldScope } from './field-scope.ts';
import { fieldOperand, functionOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import { locateName } from './source-text.ts';
import { joinConditions } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import type { Statement } from './statement.ts';

/** Looks at what a condition compares, and throws where that is not allowed. */
export type OperandCheck = (operand: Operand) => void;

/**
 * A WHERE or HAVING clause as SQL that is true or false for every row.
 *
 * @param check sees every operand but those of sub-selects
 */
export function compileWhere(
  clause: WhereClause | HavingClause,
  scope: FieldScope,
  statement: Statement,
  check: OperandCheck = () => undefined,
): SqlFragment {
  const compileTree = (tree: ConditionTree): SqlFragment => {
    if (tree.kind === 'test') return compileCondition(tree.test, scope, statement, check);
    if (tree.kind === 'not') {
      const part = compileTree(tree.part);
      return { text: `NOT (${part.text})`, values: part.values };
    }
    return joinConditions(tree.parts.map(compileTree), tree.kind === 'and' ? 'AND' : 'OR');
  };
  return compileTree(toConditionTree(clause, statement.soql));
}

function compileCondition(
  test: ConditionWithValueQuery,
  scope: FieldScope,
  statement: Statement,
  check: OperandCheck,
): SqlFragment {
  if ('valueQuery' in test) return compileSemiJoin(test, scope, statement, compileWhere);
  if (!('operator' in test)) throw new Error('A NOT that the condition tree should have resolved is left over.');
  const operand =
    'fn' in test ? functionOperand(test.fn, scope, statement.soql) : fieldOperand(test.field, scope, 'WHERE');
  if (!('fn' in test)) requireFilterable(operand, statement.soql);
  check(operand);
  return compileTest(operand, test.operator, literalsOf(test), statement);
}

function literalsOf(test: { value: string | string[]; literalType?: unknown }): Literal[] {
  const texts = Array.isArray(test.value) ? test.value : [test.value];
  const types = Array.isArray(test.literalType) ? test.literalType : texts.map(() => test.literalType);
  return texts.map((text, index) => ({ text, type: types[index] as Literal['type'] }));
}

function requireFilterable(operand: Operand, soql: string): void {
  if (isFilterable(operand.field)) return;
  throw queryError({
    errorCode: 'INVALID_FIELD',
    text: `field '${operand.field.name}' can not be filtered in a query call`,
    soql,
    offset: locateName(soql, operand.written, 'WHERE'),
  });
}
