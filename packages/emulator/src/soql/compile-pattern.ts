import type { ComparableContext, Literal } from './comparable.ts';
import { isIdLike } from './field-abilities.ts';
import { foldCase, isAscii } from './fold-case.ts';
import { invalidOperator } from './invalid-operator.ts';
import { toSqlitePattern } from './like-pattern.ts';
import type { Operand } from './operand.ts';
import { joinConditions, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { stringValue } from './string-literal.ts';

const LIKEABLE = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox', 'multipicklist']);

/** LIKE: text that fits one of these patterns. */
export function compileLike(operand: Operand, literals: readonly Literal[], context: ComparableContext): SqlFragment {
  if (isIdLike(operand.field)) throw invalidOperator('invalid operator on id field', operand, context);
  if (!LIKEABLE.has(operand.field.type)) throw invalidOperator('invalid operator', operand, context);
  const tests = literals.map((literal) => {
    if (literal.type === 'NULL') return sql(`${operand.sql} IS NULL`);
    if (literal.type !== 'STRING') throw invalidOperator('invalid operator', operand, context);
    const pattern = toSqlitePattern(literal.text);
    if (pattern === '') return sql(`${operand.sql} IS NULL`);
    return isAscii(pattern)
      ? sql(String.raw`(${operand.sql} LIKE ? ESCAPE '\') IS TRUE`, pattern)
      : sql(String.raw`(fold_case(${operand.sql}) LIKE ? ESCAPE '\') IS TRUE`, foldCase(pattern));
  });
  return joinConditions(tests, 'OR');
}

/** `INCLUDES ('A;B', 'C')`: has both A and B, or has C. */
export function compileIncludes(
  operand: Operand,
  literals: readonly Literal[],
  context: ComparableContext,
): SqlFragment {
  if (operand.field.type !== 'multipicklist') throw invalidOperator('invalid operator', operand, context);
  const tests = literals.map((literal) => {
    if (literal.type === 'NULL') return sql(`${operand.sql} IS NULL`);
    const values = stringValue(literal.text).split(';');
    const each = values.map((value) =>
      sql(`instr(';' || fold_case(${operand.sql}) || ';', ?) > 0`, `;${foldCase(value)};`),
    );
    const all = joinConditions(each, 'AND');
    return { text: `(${all.text}) IS TRUE`, values: all.values };
  });
  return joinConditions(tests, 'OR');
}
