import type { FieldDescribe } from '../metadata/object-describe.ts';
import { parseRecordId } from '../record-id.ts';
import { dateTimeSchema } from '../transport/answer-schemas.ts';

/**
 * A value by its field's type: date-times ISO 8601 in UTC, dates `YYYY-MM-DD`, ids with 18 characters, multi-select picklists as
 * a list, addresses and places as their parts; numbers and booleans as they are.
 */
export function typedValue(value: unknown, { type }: FieldDescribe): unknown {
  if (value === undefined) return null;
  if (typeof value !== 'string') return value;
  if (type === 'multipicklist') return value.split(';');
  if (type === 'datetime') return dateTimeSchema.parse(value);
  return type === 'reference' || type === 'id' ? (parseRecordId(value) ?? value) : value;
}
