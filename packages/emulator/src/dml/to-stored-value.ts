import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import { cannotDeserialize, type JsonPosition } from './json-parser-error.ts';
import { malformedReference, numberOutOfRange } from './field-errors.ts';
import { parseRecordId } from '../org/record-id.ts';
import type { StoredValue } from './stored-record.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?Z?$/;
/** No two parts of it can match the same text, so that a long one is not tried over and over. */
const BASE_64 = /^[A-Za-z0-9+/\s]*(?:=\s*){0,2}$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Source: SOAP API guide, Primitive Data Types: dates from 1700 to 4000. */
const YEARS = { first: 1700, last: 4000 } as const;

/**
 * The value of a JSON record as it is stored: texts without the blanks around them, an empty one as null, date-times with
 * whole seconds of UTC, numbers rounded to the field's scale. Source: REST API guide, field types; recorded values; Apex
 * Developer Guide, Primitive Data Types (text fields "can never include leading and trailing whitespace").
 *
 * @throws SalesforceApiError JSON_PARSER_ERROR, MALFORMED_ID or NUMBER_OUTSIDE_VALID_RANGE
 */
export function toStoredValue(field: FieldDefinition, value: unknown, position: JsonPosition): StoredValue {
  if (value === null || value === undefined || value === '') {
    if (field.type === 'boolean') {
      throw new NotEmulatedError(`an empty value for the checkbox ${field.name}: which error it makes is not known`);
    }
    return null;
  }
  switch (field.type) {
    case 'boolean':
      return toBoolean(field, value, position);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return toNumber(field, value, position);
    case 'date':
      return toDate(field, value, position);
    case 'datetime':
      return toDateTime(field, value, position);
    case 'time':
      return toTime(field, value, position);
    case 'id':
    case 'reference':
      return toReference(field, value, position);
    case 'base64':
      if (typeof value !== 'string' || !BASE_64.test(value)) throw cannotDeserialize(field, value, position);
      return Buffer.from(value, 'base64');
    default:
      if (typeof value === 'string') return toText(field, value);
      if (typeof value === 'number' || typeof value === 'boolean') return String(value);
      throw cannotDeserialize(field, value, position);
  }
}

/** Blanks are what Java's `trim` takes away: everything up to the space; a no-break space stays. */
function toText(field: FieldDefinition, value: string): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are meant
  const text = value.replace(/^[\u0000-\u0020]+/, '').replace(/(?<![\u0000-\u0020])[\u0000-\u0020]+$/, '');
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new NotEmulatedError(`a NUL or half a surrogate pair in ${field.name}: what becomes of it is not known`);
  }
  return text === '' ? null : text;
}

function toBoolean(field: FieldDefinition, value: unknown, position: JsonPosition): number {
  if (value === true || value === 'true') return 1;
  if (value === false || value === 'false') return 0;
  throw cannotDeserialize(field, value, position);
}

function toNumber(field: FieldDefinition, value: unknown, position: JsonPosition): number {
  const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw cannotDeserialize(field, value, position);
  if (field.type === 'int' && !Number.isInteger(number)) {
    throw new NotEmulatedError(`${number} for ${field.name}: how a fraction is read as a whole number is not known`);
  }
  const { precision = field.type === 'int' ? 8 : 18, scale = 0 } = field;
  if (Math.abs(number) >= 10 ** (precision - scale)) throw numberOutOfRange(field, String(value));
  return roundHalfUp(number, scale);
}

function roundHalfUp(number: number, scale: number): number {
  const text = `${Math.abs(number)}e${scale}`;
  const rounded = Number(`${Math.round(Number(text))}e-${scale}`);
  return Number.isNaN(rounded) ? number : Math.sign(number) * rounded || 0;
}

function toDate(field: FieldDefinition, value: unknown, position: JsonPosition): string {
  if (typeof value !== 'string' || !DATE.test(value) || !isRealDay(value)) {
    throw cannotDeserialize(field, value, position);
  }
  checkYear(field, value);
  return value;
}

/** The error for a day that Salesforce cannot store is not known. */
function checkYear(field: FieldDefinition, day: string): void {
  const year = Number(day.slice(0, 4));
  if (year < YEARS.first || year > YEARS.last) throw new NotEmulatedError(`the date ${day} for ${field.name}`);
}

function isRealDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

function toDateTime(field: FieldDefinition, value: unknown, position: JsonPosition): string {
  const match = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (typeof value !== 'string' || !match) throw cannotDeserialize(field, value, position);
  const zone = match[1];
  if (zone === undefined) {
    throw new NotEmulatedError(`the date-time ${value} without a time zone: how it is read is not known`);
  }
  const parsed = new Date(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(parsed.getTime())) throw cannotDeserialize(field, value, position);
  checkYear(field, parsed.toISOString());
  parsed.setUTCMilliseconds(0);
  return parsed.toISOString();
}

/** Source: REST API guide, field types: `10:15:00.000Z`. That milliseconds are kept is not verified. */
function toTime(field: FieldDefinition, value: unknown, position: JsonPosition): string {
  const match = typeof value === 'string' ? TIME.exec(value) : null;
  if (!match) throw cannotDeserialize(field, value, position);
  const [, hours = '', minutes = '', seconds = '00', fraction = ''] = match;
  return `${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

function toReference(field: FieldDefinition, value: unknown, position: JsonPosition): string {
  if (typeof value !== 'string') throw cannotDeserialize(field, value, position);
  const id = parseRecordId(value);
  if (id === undefined) throw malformedReference(field, value);
  return id;
}
