import { z } from 'zod';

/** What was done with a record: a `found` one was only referred to. */
export const howSchema = z.enum(['create', 'update', 'upsert', 'found']);
export type How = z.infer<typeof howSchema>;

const relatedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('required'), ref: z.string(), object: z.string(), how: howSchema }),
  z.object({ kind: z.literal('role') }),
  z.object({ kind: z.literal('task') }),
  /** `to`: `record`, the `ref` of a required record, or the id of a record outside the write. */
  z.object({ kind: z.literal('link'), to: z.string() }),
]);
export type Related = z.infer<typeof relatedSchema>;

const recordSchema = z.object({
  how: howSchema,
  /** What was decided on: values of the record before the write, by field. */
  was: z.record(z.string(), z.string().nullable()).optional(),
});
const related = z.array(relatedSchema);

/** What the ids of a row are: the record's own, and the related ones in the order of their fields. */
export const manifestSchema = z.discriminatedUnion('v', [
  /** A write of one request. */
  z.object({ v: z.literal(1), record: recordSchema, related }),
  /** One of several requests. `record` is null where another one writes it. */
  z.object({
    v: z.literal(2),
    part: z.number().int().min(1),
    of: z.number().int().min(2),
    record: recordSchema.nullable(),
    related,
  }),
]);
export type Manifest = z.infer<typeof manifestSchema>;
