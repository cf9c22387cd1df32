import { z } from 'zod';
import type { Attempt } from '../errors/attempt.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import type { FieldDescribe } from '../metadata/object-describe.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';

const listSchema = z.string().transform((text) => text.split(';'));
/** An address or a place: its parts. */
const partsSchema = z.record(z.string(), z.unknown());

/** How values of a type are answered; any other type is answered as text. Source: SOAP API guide, Field Types. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  address: partsSchema,
  location: partsSchema,
  boolean: z.boolean(),
  currency: z.number(),
  double: z.number(),
  int: z.number(),
  long: z.number(),
  percent: z.number(),
  datetime: dateTimeSchema,
  id: recordIdSchema,
  reference: recordIdSchema,
  multipicklist: listSchema,
  anyType: z.unknown(),
  complexvalue: z.unknown(),
};

/**
 * A value by its field's type: date-times ISO 8601 in UTC, dates `YYYY-MM-DD`, ids with 18 characters, multi-select picklists as
 * a list, addresses and places as their parts; numbers and booleans as they are.
 *
 * @throws ResponseUnexpectedError for a value of another type
 */
export function typedValue(value: unknown, { name, type }: FieldDescribe, attempt: Attempt): unknown {
  if (value === undefined || value === null) return null;
  return parseAnswer(SCHEMAS[type] ?? z.string(), value, { attempt, at: name });
}
