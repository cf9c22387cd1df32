import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import type { SQLInputValue } from 'node:sqlite';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { dateText, dayOf, midnightIn } from './calendar-day.ts';
import { dateLiteralRange } from './date-literals.ts';
import { isIdLike, isNumeric } from './field-abilities.ts';
import type { Operand } from './operand.ts';
import { normalizeId } from './id-literal.ts';
import { queryError } from './query-error.ts';
import { locateName } from './source-text.ts';
import { stringValue } from './string-literal.ts';
import type { UserCalendar } from './user-calendar.ts';

/** A literal as the query wrote it. */
export interface Literal {
  readonly type: LiteralType;
  readonly text: string;
}

/** A literal, checked against its field and in the form the value is stored in. */
export type Comparable =
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly value: SQLInputValue }
  /** From `start` up to, but without, `end`. */
  | { readonly kind: 'range'; readonly start: string; readonly end: string; readonly literal: string };

export interface ComparableContext {
  readonly soql: string;
  readonly now: Date;
  readonly calendar: () => UserCalendar;
}

/** Throws INVALID_FIELD when the literal is not of the field's type, with Salesforce's text. */
export function toComparable(literal: Literal, operand: Operand, context: ComparableContext): Comparable {
  const { type } = operand.field;
  if (literal.type === 'NULL') return { kind: 'null' };
  if (literal.type.endsWith('CURRENCY_PREFIX')) throw new NotEmulatedError(`SOQL currency literal ${literal.text}`);
  if (isIdLike(operand.field)) return idComparable(literal, operand, context);
  if (type === 'boolean') {
    if (literal.type !== 'BOOLEAN') throw mismatch(operand, 'boolean', context);
    return { kind: 'value', value: literal.text.toUpperCase() === 'TRUE' ? 1 : 0 };
  }
  if (isNumeric(operand.field)) {
    if (literal.type !== 'INTEGER' && literal.type !== 'DECIMAL')
      throw mismatch(operand, type === 'int' ? 'int' : 'double', context);
    return { kind: 'value', value: Number(literal.text) };
  }
  if (type === 'date' || type === 'datetime') return dateComparable(literal, operand, context);
  if (literal.type !== 'STRING') throw mismatch(operand, 'string', context);
  const text = stringValue(literal.text);
  return text === '' ? { kind: 'null' } : { kind: 'value', value: text };
}

function idComparable(literal: Literal, operand: Operand, { soql }: ComparableContext): Comparable {
  const text = literal.type === 'STRING' ? stringValue(literal.text) : literal.text;
  if (text === '') return { kind: 'null' };
  const id = literal.type === 'STRING' ? normalizeId(text) : undefined;
  if (id === undefined) {
    throw queryError({
      errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
      text: `invalid ID field: ${text}`,
      soql,
      offset: locateName(soql, operand.written, 'WHERE'),
    });
  }
  return { kind: 'value', value: id };
}

function dateComparable(literal: Literal, operand: Operand, context: ComparableContext): Comparable {
  const isDate = operand.field.type === 'date';
  if (literal.type === 'DATE_LITERAL' || literal.type === 'DATE_N_LITERAL') {
    const { timeZone, firstDayOfWeek } = context.calendar();
    const { start, end } = dateLiteralRange(literal.text, dayOf(context.now, timeZone), firstDayOfWeek);
    return isDate
      ? { kind: 'range', start: dateText(start), end: dateText(end), literal: literal.text }
      : { kind: 'range', start: midnightIn(start, timeZone), end: midnightIn(end, timeZone), literal: literal.text };
  }
  if (literal.type !== (isDate ? 'DATE' : 'DATETIME')) throw mismatch(operand, isDate ? 'date' : 'dateTime', context);
  const instant = parseInstant(literal.text);
  if (Number.isNaN(instant.getTime()) || !isRealDay(literal.text.slice(0, 10))) {
    throw queryError({
      errorCode: 'MALFORMED_QUERY',
      text: `Invalid ${isDate ? 'date' : 'datetime'}: ${literal.text}`,
    });
  }
  return { kind: 'value', value: isDate ? literal.text : instant.toISOString() };
}

/** 31 February is none, though Date would read it as a day in March. */
function isRealDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** Salesforce takes any number of fraction digits and zones with and without a colon. */
function parseInstant(text: string): Date {
  return new Date(text.replace(/\.(\d{1,3})\d*/, '.$1').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

function mismatch(operand: Operand, type: string, { soql }: ComparableContext): Error {
  const should = type === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  return queryError({
    errorCode: 'INVALID_FIELD',
    text: `value of filter criterion for field '${operand.field.name}' must be of type ${type} and ${should}`,
    soql,
    offset: locateName(soql, operand.written, 'WHERE'),
  });
}
