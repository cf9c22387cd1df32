import { ANY_TEXT, type LikePart, likeLiteral } from './like-pattern.ts';
import { fieldPath, soqlName } from './soql-name.ts';
import { quotedText } from './soql-text.ts';
import { momentLiteral, soqlLiteral, type SoqlValue } from './soql-value.ts';

/** What rows have to be like. Texts are compared without regard to case, except in fields that are case-sensitive. */
export type Condition =
  | { readonly field: string; readonly equals: SoqlValue }
  /** A date, date-time or time as the API prints it. */
  | { readonly field: string; readonly equalsMoment: string }
  /** Also true of rows that have nothing in the field, unless it is `null` itself. */
  | { readonly field: string; readonly notEquals: SoqlValue }
  | { readonly field: string; readonly lessThan: SoqlValue }
  | { readonly field: string; readonly atMost: SoqlValue }
  | { readonly field: string; readonly greaterThan: SoqlValue }
  | { readonly field: string; readonly atLeast: SoqlValue }
  /** A span of time with both its ends. */
  | { readonly field: string; readonly from: Date; readonly to: Date }
  | { readonly field: string; readonly contains: string }
  | { readonly field: string; readonly startsWith: string }
  | { readonly field: string; readonly endsWith: string }
  /** Texts and wildcards in order: `['A', ANY_CHARACTER, 'me', ANY_TEXT]`. */
  | { readonly field: string; readonly like: readonly LikePart[] }
  /** One of several values. An empty list finds nothing, so it needs no query: it is refused. */
  | { readonly field: string; readonly in: readonly SoqlValue[] }
  | { readonly field: string; readonly notIn: readonly SoqlValue[] }
  /** The field of one of the rows of another object, e.g. ids of accounts with open deals. At most two in a query. */
  | { readonly field: string; readonly inQuery: FieldQuery }
  | { readonly field: string; readonly notInQuery: FieldQuery }
  /** Multi-select picklists: all values of one of the lists are chosen. */
  | { readonly field: string; readonly includes: readonly (readonly string[])[] }
  | { readonly field: string; readonly excludes: readonly (readonly string[])[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** One field of the rows of an object. */
export interface FieldQuery {
  readonly select: string;
  readonly from: string;
  readonly where?: readonly Condition[];
}

/** Conditions that must all hold, as SOQL text without WHERE. */
export function conditionsText(conditions: readonly Condition[]): string {
  return conditions.map(conditionText).join(' AND ');
}

/** Groups stand in parentheses of their own: SOQL does not mix AND, OR and NOT without. */
function conditionText(condition: Condition): string {
  if ('all' in condition) return groupText(condition.all, ' AND ');
  if ('any' in condition) return groupText(condition.any, ' OR ');
  if ('not' in condition) return `(NOT ${conditionText(condition.not)})`;
  const field = fieldPath(condition.field);
  if ('equals' in condition) return `${field} = ${soqlLiteral(condition.equals)}`;
  if ('equalsMoment' in condition) return `${field} = ${momentLiteral(condition.equalsMoment)}`;
  if ('notEquals' in condition) return `${field} != ${soqlLiteral(condition.notEquals)}`;
  if ('lessThan' in condition) return `${field} < ${soqlLiteral(condition.lessThan)}`;
  if ('atMost' in condition) return `${field} <= ${soqlLiteral(condition.atMost)}`;
  if ('greaterThan' in condition) return `${field} > ${soqlLiteral(condition.greaterThan)}`;
  if ('atLeast' in condition) return `${field} >= ${soqlLiteral(condition.atLeast)}`;
  if ('from' in condition) {
    const ends = [soqlLiteral({ dateTime: condition.from }), soqlLiteral({ dateTime: condition.to })];
    return `(${field} >= ${ends[0]} AND ${field} <= ${ends[1]})`;
  }
  if ('contains' in condition) return `${field} LIKE ${likeLiteral([ANY_TEXT, condition.contains, ANY_TEXT])}`;
  if ('startsWith' in condition) return `${field} LIKE ${likeLiteral([condition.startsWith, ANY_TEXT])}`;
  if ('endsWith' in condition) return `${field} LIKE ${likeLiteral([ANY_TEXT, condition.endsWith])}`;
  if ('like' in condition) return `${field} LIKE ${likeLiteral(condition.like)}`;
  if ('in' in condition) return `${field} IN ${list(condition.in, soqlLiteral)}`;
  if ('notIn' in condition) return `${field} NOT IN ${list(condition.notIn, soqlLiteral)}`;
  if ('inQuery' in condition) return `${field} IN ${fieldQueryText(condition.inQuery)}`;
  if ('notInQuery' in condition) return `${field} NOT IN ${fieldQueryText(condition.notInQuery)}`;
  if ('includes' in condition) return `${field} INCLUDES ${list(condition.includes, chosenTogether)}`;
  return `${field} EXCLUDES ${list(condition.excludes, chosenTogether)}`;
}

function groupText(conditions: readonly Condition[], operator: string): string {
  if (conditions.length === 0) throw new RangeError('A group of conditions needs at least one.');
  return `(${conditions.map(conditionText).join(operator)})`;
}

function list<Value>(values: readonly Value[], textOf: (value: Value) => string): string {
  if (values.length === 0)
    throw new RangeError('A list of values needs at least one; with none there is nothing to ask.');
  return `(${values.map(textOf).join(', ')})`;
}

/** `'A;B'`: A and B together. */
function chosenTogether(values: readonly string[]): string {
  if (values.length === 0 || values.some((value) => value === '' || value.includes(';'))) {
    throw new RangeError('Values of a multi-select picklist are not empty and have no semicolon.');
  }
  return quotedText(values.join(';'));
}

function fieldQueryText({ select, from, where = [] }: FieldQuery): string {
  const condition = where.length === 0 ? '' : ` WHERE ${conditionsText(where)}`;
  return `(SELECT ${fieldPath(select)} FROM ${soqlName(from)}${condition})`;
}
