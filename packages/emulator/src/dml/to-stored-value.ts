import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import { cannotDeserialize, type JsonPosition } from './json-parser-error.ts';
import { malformedReference, numberOutOfRange } from './field-errors.ts';
import { parseRecordId } from '../org/record-id.ts';
import type { StoredValue } from './stored-record.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const BASE_64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/**
 * The value of a JSON record as it is stored: an empty text is null, date-times keep whole seconds of UTC, numbers are
 * rounded to the field's scale. Source: REST API guide, field types; recorded values.
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
    case 'id':
    case 'reference':
      return toReference(field, value, position);
    case 'base64':
      if (typeof value !== 'string' || !BASE_64.test(value)) throw cannotDeserialize(field, value, position);
      return Buffer.from(value, 'base64');
    default:
      if (typeof value === 'string') return value;
      if (typeof value === 'number' || typeof value === 'boolean') return String(value);
      throw cannotDeserialize(field, value, position);
  }
}

function toBoolean(field: FieldDefinition, value: unknown, position: JsonPosition): number {
  if (value === true || value === 'true') return 1;
  if (value === false || value === 'false') return 0;
  throw cannotDeserialize(field, value, position);
}

function toNumber(field: FieldDefinition, value: unknown, position: JsonPosition): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw cannotDeserialize(field, value, position);
  const { precision = 18, scale = 0 } = field;
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
  return value;
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
  parsed.setUTCMilliseconds(0);
  return parsed.toISOString();
}

function toReference(field: FieldDefinition, value: unknown, position: JsonPosition): string {
  if (typeof value !== 'string') throw cannotDeserialize(field, value, position);
  const id = parseRecordId(value);
  if (id === undefined) throw malformedReference(field, value);
  return id;
}
