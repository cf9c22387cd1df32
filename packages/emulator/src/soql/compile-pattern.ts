import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { refuseLongText, textOf } from './comparable.ts';
import { isIdLike } from './field-abilities.ts';
import { foldCase, isAscii } from './fold-case.ts';
import type { Literal } from './grammar/syntax-tree.ts';
import { invalidOperator } from './invalid-operator.ts';
import { literalPrefix, toSqlitePattern } from './like-pattern.ts';
import type { Operand } from './operand.ts';
import { joinConditions } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

const LIKEABLE = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox', 'multipicklist']);
/** Sorts behind every text that begins with what stands before it. */
const BEHIND_ALL = '\u{10ffff}';

/** LIKE: text that fits the pattern; case counts where it counts for the field. */
export function compileLike(operand: Operand, literal: Literal, soql: string): SqlFragment {
  if (isIdLike(operand.field)) throw invalidOperator('invalid operator on id field', operand, soql);
  if (!LIKEABLE.has(operand.field.type) || literal.kind !== 'string') {
    throw invalidOperator('invalid operator', operand, soql);
  }
  if (operand.label) throw new NotEmulatedError(`SOQL ${operand.written.text} with LIKE`);
  refuseLongText(literal.text.slice(1, -1));
  const pattern = toSqlitePattern(literal.text);
  const { sql: left, values } = operand;
  if (pattern === '') return { text: `${left} IS NULL`, values };
  if (operand.field.caseSensitive) {
    return { text: `fits_pattern(${left}, ?)`, values: [...values, pattern] };
  }
  if (!isAscii(pattern)) {
    return { text: String.raw`fold_case(${left}) LIKE ? ESCAPE '\'`, values: [...values, foldCase(pattern)] };
  }
  const prefix = literalPrefix(literal.text);
  const like = { text: String.raw`${left} LIKE ? ESCAPE '\'`, values: [...values, pattern] };
  if (prefix === '' || !operand.column) return like;
  // An index knows where such texts begin and end.
  const column = `${left} COLLATE NOCASE`;
  return {
    text: `(${column} >= ? AND ${column} < ? AND ${like.text})`,
    values: [prefix, prefix + BEHIND_ALL, ...like.values],
  };
}

/** `INCLUDES ('A;B', 'C')`: has both A and B, or has C. */
export function compileIncludes(operand: Operand, literals: readonly Literal[], soql: string): SqlFragment {
  if (operand.field.type !== 'multipicklist') throw invalidOperator('invalid operator', operand, soql);
  const tests = literals.map((literal): SqlFragment => {
    if (literal.kind === 'null') return { text: `${operand.sql} IS NULL`, values: operand.values };
    if (literal.kind !== 'string') throw invalidOperator('invalid operator', operand, soql);
    const values = textOf(literal).split(';');
    const each = values.map((value): SqlFragment => ({
      text: `instr(';' || fold_case(${operand.sql}) || ';', ?) > 0`,
      values: [...operand.values, `;${foldCase(value)};`],
    }));
    return joinConditions(each, 'AND');
  });
  return joinConditions(tests, 'OR');
}
