import { z } from 'zod';

/** The name of something else in the same write: an entry of `required` by its `ref`, or `record` for the record itself. */
export const refSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,38}$/, 'expected a name of letters, digits and "_", beginning with a letter');

/** Stands for the id of another record of the same write. */
export const referenceSchema = z.strictObject({ ref: refSchema });

/**
 * A value for a field, in the form that Salesforce's REST API takes: text (dates as `YYYY-MM-DD`, date-times as ISO 8601
 * with a zone, multi-select picklists as `A;B`), number, boolean, `null` to clear, or the id of another record of this write.
 */
export const fieldValueSchema = z.union(
  [z.string(), z.number(), z.boolean(), z.null(), referenceSchema],
  'expected text, a number, true, false, null or { ref }',
);

export type FieldValue = z.infer<typeof fieldValueSchema>;
