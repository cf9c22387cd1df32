import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldType } from '../schema/object-definition.ts';
import type { FieldScope } from './field-scope.ts';
import type { FunctionCall } from './grammar/syntax-tree.ts';
import { fieldOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { resultField } from './result-field.ts';
import type { SqlValue } from './sql-fragment.ts';

type ToSql = (value: string) => string;

const month: ToSql = (value) => `strftime('%m', ${value})`;
const year: ToSql = (value) => `strftime('%Y', ${value})`;
const quarter: ToSql = (value) => `(${month(value)} + 2) / 3`;

/**
 * What date functions give. The org's fiscal year is the calendar year, as in an org nobody has changed it in; weeks of
 * a month or year are counted from its first day. Source: SOQL and SOSL Reference, Date Functions.
 */
const FUNCTIONS: ReadonlyMap<string, { readonly type: FieldType; readonly sql: ToSql }> = new Map([
  ['CALENDAR_YEAR', number(year)],
  ['CALENDAR_QUARTER', number(quarter)],
  ['CALENDAR_MONTH', number(month)],
  ['FISCAL_YEAR', number(year)],
  ['FISCAL_QUARTER', number(quarter)],
  ['FISCAL_MONTH', number(month)],
  ['DAY_IN_MONTH', number((value) => `strftime('%d', ${value})`)],
  ['DAY_IN_WEEK', number((value) => `strftime('%w', ${value}) + 1`)],
  ['DAY_IN_YEAR', number((value) => `strftime('%j', ${value})`)],
  ['WEEK_IN_MONTH', number((value) => `(strftime('%d', ${value}) + 6) / 7`)],
  ['WEEK_IN_YEAR', number((value) => `(strftime('%j', ${value}) + 6) / 7`)],
  ['HOUR_IN_DAY', number((value) => `strftime('%H', ${value})`)],
  ['DAY_ONLY', { type: 'date', sql: (value: string) => `substr(${value}, 1, 10)` }],
]);
const ONLY_OF_INSTANTS = new Set(['HOUR_IN_DAY', 'DAY_ONLY']);

/** @param name upper case */
export function isDateFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** A part of a date. A dateTime is read in UTC, or with `convertTimezone()` in the user's time zone. */
export function dateOperand(name: string, call: FunctionCall, scope: FieldScope): Operand {
  const known = FUNCTIONS.get(name);
  const { inner, converted } = innerOperand(call, scope);
  const isInstant = inner.field.type === 'datetime';
  const fits = isInstant || (inner.field.type === 'date' && !ONLY_OF_INSTANTS.has(name));
  if (!known || !fits || (converted && !isInstant)) {
    throw new NotEmulatedError(`SOQL ${call.text} of a field of type ${inner.field.type}`);
  }
  const zone: SqlValue = ({ calendar }) => calendar().timeZone;
  const text = known.sql(converted ? `local_time(${inner.sql}, ?)` : inner.sql);
  return {
    sql: text,
    values: converted ? [zone] : [],
    field: resultField(call.text, known.type),
    written: call,
    aggregate: false,
    column: false,
    own: false,
  };
}

function innerOperand({ argument, text }: FunctionCall, scope: FieldScope): { inner: Operand; converted: boolean } {
  if (argument.kind === 'field') return { inner: fieldOperand(argument, scope), converted: false };
  if (argument.name.toUpperCase() !== 'CONVERTTIMEZONE' || argument.argument.kind !== 'field') {
    throw new NotEmulatedError(`SOQL ${text}`);
  }
  return { inner: fieldOperand(argument.argument, scope), converted: true };
}

function number(sql: ToSql): { readonly type: FieldType; readonly sql: ToSql } {
  return { type: 'int', sql: (value) => `CAST(${sql(value)} AS INTEGER)` };
}
