import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { dateText, dayOf, midnightIn } from './calendar-day.ts';
import { dateLiteralRange } from './date-literals.ts';
import type { DayRange } from './date-literals.ts';
import { isIdLike, isNumeric } from './field-abilities.ts';
import type { Literal } from './grammar/syntax-tree.ts';
import { normalizeId } from './id-literal.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import type { QueryRun } from './query-run.ts';
import type { SqlValue } from './sql-fragment.ts';
import { stringValue } from './string-literal.ts';

/** Characters of a text to compare with. Source: SOQL and SOSL Reference, SOQL and SOSL Limits. */
const LONGEST_TEXT = 4000;

/** A literal, checked against its field and in the form the value is stored in. */
export type Comparable =
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly value: string | number }
  /** From `start` up to, but without, `end`. */
  | {
      readonly kind: 'range';
      readonly start: SqlValue;
      readonly end: SqlValue;
      readonly literal: string;
      readonly oneDay: boolean;
    };

/** Throws INVALID_FIELD when the literal is not of the field's type, with Salesforce's text. */
export function toComparable(literal: Literal, operand: Operand, soql: string): Comparable {
  const { type } = operand.field;
  if (literal.kind === 'null') return { kind: 'null' };
  if (literal.kind === 'currency') throw singleCurrency(literal, soql);
  if (isIdLike(operand.field)) return idComparable(literal, operand, soql);
  if (type === 'boolean') {
    if (literal.kind !== 'boolean') throw mismatch(operand, 'boolean', soql);
    return { kind: 'value', value: literal.text.toUpperCase() === 'TRUE' ? 1 : 0 };
  }
  if (isNumeric(operand.field)) {
    if (literal.kind !== 'number') throw mismatch(operand, type === 'int' ? 'int' : 'double', soql);
    return { kind: 'value', value: Number(literal.text) };
  }
  if (type === 'date' || type === 'datetime') return dateComparable(literal, operand, soql);
  if (literal.kind !== 'string') throw mismatch(operand, 'string', soql);
  const text = textOf(literal);
  return text === '' ? { kind: 'null' } : { kind: 'value', value: text };
}

/** What a string literal says, without its quotes and escapes. */
export function textOf({ text }: Literal): string {
  const value = stringValue(text);
  refuseLongText(value);
  return value;
}

/** What Salesforce says of a longer text is not known. */
export function refuseLongText(text: string): void {
  if (text.length > LONGEST_TEXT) throw new NotEmulatedError(`a SOQL text of more than ${LONGEST_TEXT} characters`);
}

/** Source: Salesforce's SOQL grammar has currency literals only where the org has several currencies. */
function singleCurrency({ text, offset }: Literal, soql: string): Error {
  return queryError({
    errorCode: 'MALFORMED_QUERY',
    text: `unexpected token: '${text}'`,
    soql,
    offset,
    fromZero: true,
  });
}

function idComparable(literal: Literal, operand: Operand, soql: string): Comparable {
  const text = literal.kind === 'string' ? textOf(literal) : literal.text;
  if (text === '') return { kind: 'null' };
  const id = literal.kind === 'string' ? normalizeId(text) : undefined;
  if (id !== undefined) return { kind: 'value', value: id };
  throw queryError({
    errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
    text: `invalid ID field: ${text}`,
    soql,
    offset: operand.written.offset,
  });
}

function dateComparable(literal: Literal, operand: Operand, soql: string): Comparable {
  const isDate = operand.field.type === 'date';
  if (literal.kind === 'dateLiteral') return dateLiteralComparable(literal.text, isDate);
  if (literal.kind !== (isDate ? 'date' : 'datetime')) throw mismatch(operand, isDate ? 'date' : 'dateTime', soql);
  const instant = parseInstant(literal.text);
  if (Number.isNaN(instant.getTime()) || !isRealDay(literal.text.slice(0, 10)) || !isRealZone(literal.text)) {
    // Source: Summer '24 release notes, Changed SOQL Error Messages (for dateTimes).
    throw queryError({
      errorCode: 'MALFORMED_QUERY',
      text: `Invalid ${isDate ? 'date' : 'datetime'}: ${literal.text}`,
    });
  }
  return { kind: 'value', value: isDate ? literal.text : instant.toISOString() };
}

function dateLiteralComparable(literal: string, isDate: boolean): Comparable {
  const rangeIn = ({ now, calendar }: QueryRun): DayRange => {
    const { timeZone, firstDayOfWeek } = calendar();
    return dateLiteralRange(literal, dayOf(now, timeZone), firstDayOfWeek);
  };
  const edge = (which: keyof DayRange) => (run: QueryRun) => {
    const day = rangeIn(run)[which];
    return isDate ? dateText(day) : midnightIn(day, run.calendar().timeZone);
  };
  const sample = dateLiteralRange(literal, Date.UTC(2026, 0, 15), 7);
  const oneDay = sample.end - sample.start === 86_400_000;
  return { kind: 'range', start: edge('start'), end: edge('end'), literal, oneDay };
}

/** 31 February is none, though Date would read it as a day in March. */
function isRealDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

function isRealZone(text: string): boolean {
  const [, hours, minutes] = /T.*[+-](\d\d):?(\d\d)$/i.exec(text) ?? [];
  return hours === undefined || (Number(hours) < 24 && Number(minutes) < 60);
}

/** Salesforce takes any number of fraction digits and zones with and without a colon. */
function parseInstant(text: string): Date {
  return new Date(
    text
      .toUpperCase()
      .replace(/\.(\d{1,3})\d*/, '.$1')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
  );
}

function mismatch(operand: Operand, type: string, soql: string): Error {
  const should = type === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  return queryError({
    errorCode: 'INVALID_FIELD',
    text: `value of filter criterion for field '${operand.field.name}' must be of type ${type} and ${should}`,
    soql,
    offset: operand.written.offset,
  });
}
