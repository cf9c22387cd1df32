import type { Attempt } from '../errors/attempt.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import type { FieldDescribe } from '../metadata/object-describe.ts';
import { parseRecordId } from '../record-id.ts';
import { dateTimeSchema } from '../transport/answer-schemas.ts';

/**
 * A value by its field's type: date-times ISO 8601 in UTC, dates `YYYY-MM-DD`, ids with 18 characters, multi-select picklists as
 * a list, addresses and places as their parts; numbers and booleans as they are.
 *
 * @throws ResponseUnexpectedError for a date-time that is none
 */
export function typedValue(value: unknown, { name, type }: FieldDescribe, attempt: Attempt): unknown {
  if (value === undefined) return null;
  if (typeof value !== 'string') return value;
  if (type === 'multipicklist') return value.split(';');
  if (type === 'datetime') return parseAnswer(dateTimeSchema, value, { attempt: { ...attempt, path: name } });
  return type === 'reference' || type === 'id' ? (parseRecordId(value) ?? value) : value;
}
