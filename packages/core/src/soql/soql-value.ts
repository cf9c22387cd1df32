import type { FieldValue } from '../field-value.ts';
import { parseRecordId } from '../record-id.ts';
import { type CountedRelativeDate, type RelativeDate, relativeDateText } from './relative-dates.ts';
import { isDate, isDateTime, isTime, withZoneColon } from './soql-moment.ts';
import { numberText } from './soql-number.ts';
import { quotedText } from './soql-text.ts';

/** A value to compare with. Bare values are texts, numbers, booleans and null; what SOQL writes otherwise says what it is. */
export type SoqlValue =
  | FieldValue
  /** `YYYY-MM-DD` */
  | { readonly date: string }
  /** A moment: to the millisecond here; Salesforce keeps seconds. */
  | { readonly dateTime: Date | string }
  /** `10:15:00.000Z` */
  | { readonly time: string }
  | { readonly relative: RelativeDate }
  | { readonly relative: CountedRelativeDate; readonly n: number }
  /** A record id of 15 or 18 characters, checked; written with 18. */
  | { readonly id: string };

/**
 * A value as SOQL text. Source: SOQL and SOSL Reference, fieldExpression.
 * @throws TypeError or RangeError for what is not the value that it says: check input before a query is made of it
 */
export function soqlLiteral(value: SoqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return quotedText(value);
  if ('date' in value) return checked(value.date, isDate(value.date), 'a date');
  if ('dateTime' in value) return dateTimeText(value.dateTime);
  if ('time' in value) return checked(value.time, isTime(value.time), 'a time of day in UTC');
  if ('relative' in value) return relativeDateText(value.relative, 'n' in value ? value.n : undefined);
  const id = parseRecordId(value.id);
  return checked(`'${id}'`, id !== undefined, 'a record id');
}

/** A date, date-time or time, which SOQL takes without quotes; anything else as a text, for the org to refuse. */
export function momentLiteral(value: string): string {
  if (isDate(value) || isTime(value)) return value;
  return isDateTime(value) ? withZoneColon(value) : quotedText(value);
}

function dateTimeText(value: Date | string): string {
  if (typeof value === 'string') return checked(withZoneColon(value), isDateTime(value), 'a date and time with a zone');
  if (Number.isNaN(value.getTime())) throw new RangeError('A query cannot hold an invalid Date.');
  return checked(value.toISOString(), value.getUTCFullYear() >= 0 && value.getUTCFullYear() <= 9999, 'a year of SOQL');
}

function checked(text: string, good: boolean, what: string): string {
  if (!good)
    throw new TypeError(`A query was given something else where ${what} was meant; check values before a query.`);
  return text;
}
