import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { foldCase, isAscii } from './fold-case.ts';
import { ignoresCase } from './field-abilities.ts';
import { toComparable } from './comparable.ts';
import type { Comparable, ComparableContext, Literal } from './comparable.ts';
import { toSqlitePattern } from './like-pattern.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import { locateName } from './source-text.ts';
import { joinConditions, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { stringValue } from './string-literal.ts';

const LIKEABLE = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox', 'multipicklist']);

/**
 * One comparison. The result is always true or false, never NULL, since SOQL has no third value: `Industry != 'Media'`
 * finds the rows without an industry too.
 */
export function compileTest(
  operand: Operand,
  operator: string,
  literals: readonly Literal[],
  context: ComparableContext,
): SqlFragment {
  switch (operator.toUpperCase()) {
    case 'LIKE':
      return like(operand, literals, context);
    case 'INCLUDES':
      return includes(operand, literals, context);
    case 'EXCLUDES':
      return not(includes(operand, literals, context));
    case '=':
    case 'IN':
      return anyOf(operand, literals, context);
    case '!=':
    case '<>':
    case 'NOT IN':
      return not(anyOf(operand, literals, context));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operand, operator as Inequality, literals, context);
    default:
      throw new NotEmulatedError(`SOQL operator ${operator}`);
  }
}

function anyOf(operand: Operand, literals: readonly Literal[], context: ComparableContext): SqlFragment {
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
  const { left, value } = sides(operand, comparable.value);
  return { text: `${left} IS ?`, values: [value], inList: left };
}

function sides(operand: Operand, value: Extract<Comparable, { kind: 'value' }>['value']) {
  if (operand.field.type === 'boolean') return { left: `coalesce(${operand.sql}, 0)`, value };
  if (typeof value !== 'string') return { left: operand.sql, value };
  if (!ignoresCase(operand.field)) return { left: `${operand.sql} COLLATE BINARY`, value };
  return isAscii(value)
    ? { left: `${operand.sql} COLLATE NOCASE`, value }
    : { left: `fold_case(${operand.sql})`, value: foldCase(value) };
}

type Inequality = '<' | '<=' | '>' | '>=';

function compare(
  operand: Operand,
  operator: Inequality,
  literals: readonly Literal[],
  context: ComparableContext,
): SqlFragment {
  const literal = literals[0];
  if (!literal || literals.length > 1) throw new NotEmulatedError(`SOQL ${operand.written} ${operator} with a list`);
  if (operand.field.type === 'boolean' || operand.field.type === 'multipicklist')
    throw invalidOperator('invalid operator', operand, context);
  const comparable = toComparable(literal, operand, context);
  if (comparable.kind === 'null') throw new NotEmulatedError(`SOQL ${operand.written} ${operator} null`);
  if (comparable.kind === 'range') return compareRange(operand, operator, comparable);
  const { left, value } = sides(operand, comparable.value);
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
  if (operator === '<' || operator === '>=')
    return sql(`(${operand.sql} ${operator} ? AND ${operand.sql} IS NOT NULL)`, start);
  const oneDay = operand.field.type === 'date' && Date.parse(end) - Date.parse(start) === 86_400_000;
  if (!oneDay)
    throw new NotEmulatedError(`SOQL ${operand.written} ${operator} ${literal}: use >= or < with this literal`);
  return sql(`(${operand.sql} ${operator} ? AND ${operand.sql} IS NOT NULL)`, start);
}

function like(operand: Operand, literals: readonly Literal[], context: ComparableContext): SqlFragment {
  if (operand.field.type === 'id' || operand.field.type === 'reference')
    throw invalidOperator('invalid operator on id field', operand, context);
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
  return joinAny(tests);
}

/** `INCLUDES ('A;B', 'C')`: has both A and B, or has C. */
function includes(operand: Operand, literals: readonly Literal[], context: ComparableContext): SqlFragment {
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
  return joinAny(tests);
}

function not(test: SqlFragment): SqlFragment {
  return { text: `NOT (${test.text})`, values: test.values };
}

function invalidOperator(text: string, operand: Operand, { soql }: ComparableContext): Error {
  return queryError({
    errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
    text,
    soql,
    offset: locateName(soql, operand.written, 'WHERE'),
  });
}
