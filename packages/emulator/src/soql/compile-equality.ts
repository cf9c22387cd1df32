import { caseVariants } from './case-variants.ts';
import { toComparable } from './comparable.ts';
import type { Comparable } from './comparable.ts';
import { ignoresCase } from './field-abilities.ts';
import { foldCase, isAscii } from './fold-case.ts';
import type { Literal } from './grammar/syntax-tree.ts';
import type { Operand } from './operand.ts';
import { joinConditions, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** Above this a list is handed over as one JSON value, so that lists of any length are the same statement. */
const MOST_MARKS = 20;

/** `=` and IN: the operand is one of these. Never true of nothing, unless null is among them. */
export function compileEquality(operand: Operand, literals: readonly Literal[], soql: string): SqlFragment {
  return equalsAny(
    operand,
    literals.map((literal) => toComparable(literal, operand, soql)),
  );
}

export function equalsAny(operand: Operand, comparables: readonly Comparable[]): SqlFragment {
  const conditions: SqlFragment[] = [];
  const plain: (string | number)[] = [];
  for (const comparable of comparables) {
    if (comparable.kind === 'null') conditions.push({ text: `${operand.sql} IS NULL`, values: operand.values });
    else if (comparable.kind === 'range') {
      const { start, end } = comparable;
      const values = [...operand.values, start, ...operand.values, end];
      conditions.push({ text: `(${operand.sql} >= ? AND ${operand.sql} < ?)`, values });
    } else {
      const variants = writtenForms(operand, comparable.value);
      if (variants) plain.push(...variants);
      else conditions.push(foldedEquality(operand, String(comparable.value)));
    }
  }
  if (plain.length > 0) conditions.unshift(isOneOf(operand, [...new Set(plain)]));
  return joinConditions(conditions, 'OR');
}

/** Both sides of a comparison, so that text meets text without regard to case where the field wants that. */
export function comparedSql(operand: Operand): string {
  if (operand.field.type === 'boolean') return operand.own ? operand.sql : `coalesce(${operand.sql}, 0)`;
  return ignoresCase(operand.field) ? `${operand.sql} COLLATE NOCASE` : operand.sql;
}

function writtenForms(operand: Operand, value: string | number): readonly (string | number)[] | undefined {
  if (typeof value !== 'string' || !ignoresCase(operand.field) || isAscii(value)) return [value];
  return caseVariants(value);
}

function foldedEquality(operand: Operand, value: string): SqlFragment {
  return { text: `fold_case(${operand.sql}) = ?`, values: [...operand.values, foldCase(value)] };
}

function isOneOf(operand: Operand, values: readonly (string | number)[]): SqlFragment {
  const left = comparedSql(operand);
  if (values.length === 1) return { text: `${left} = ?`, values: [...operand.values, ...values] };
  if (values.length <= MOST_MARKS) {
    return { text: `${left} IN (${values.map(() => '?').join(', ')})`, values: [...operand.values, ...values] };
  }
  const list = sql(`${left} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));
  return { text: list.text, values: [...operand.values, ...list.values] };
}
