import { z } from 'zod';
import { recordIdSchema } from '../salesforce/record-id.ts';
import { referenceSchema } from './field-value.ts';

/** The note's text in one of three forms. HTML may hold what an enhanced note can: p br b i u strike ul ol li a. */
export const noteBodySchema = z.union(
  [
    z.strictObject({ markdown: z.string() }),
    z.strictObject({ html: z.string() }),
    z.strictObject({ text: z.string() }),
  ],
  'expected one of { markdown }, { html } or { text }',
);

/** An enhanced note (ContentNote), linked to the record and to `links`. */
export const noteSchema = z.strictObject({
  /** Plain text, 1–255 characters. */
  title: z
    .string()
    .max(255, 'expected at most 255 characters')
    .refine((title) => title.trim() !== '', 'expected a title that is not blank')
    .refine((title) => !/[\p{Cc}\u2028\u2029]/u.test(title), 'expected a title of one line'),
  body: noteBodySchema,
  /** Further records that show the note. The record itself always does. @default [] */
  links: z.array(z.union([recordIdSchema, referenceSchema], 'expected a record id or { ref }')).default([]),
});
