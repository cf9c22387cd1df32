import { z } from 'zod';
import { parseRecordId } from '../record-id.ts';

/** Always handed on with 18 characters. */
export const recordIdSchema = z.string().transform((value, context) => {
  const id = parseRecordId(value);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'expected a record id' });
  return z.NEVER;
});

/** Of a create or an upsert. `created` is there for an upsert since API version 46. */
export const savedSchema = z.object({ id: recordIdSchema, created: z.boolean().optional() });

/** A 204. */
export const emptySchema = z.null().or(z.undefined());

export const recordSchema = z.looseObject({ Id: recordIdSchema });

/** The first page of a query's records. */
export function queryAnswerSchema<Row extends z.ZodType>(row: Row) {
  return z.object({ totalSize: z.number().int(), records: z.array(row) });
}

/** Date-times come as `2026-05-01T07:25:37.000+0000`. */
export const dateTimeSchema = z.string().transform((value, context) => {
  const time = new Date(
    value.endsWith('+0000') ? `${value.slice(0, -5)}Z` : value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
  );
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  context.addIssue({ code: 'custom', message: 'expected a date and time' });
  return z.NEVER;
});
