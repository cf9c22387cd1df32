import { z } from 'zod';

/** A value of a record, or the id of another record of the same seed. */
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ ref: z.string().min(1) })]);

/** Records that an org begins with, in the order in which they are created. */
export const seedSchema = z.strictObject({
  records: z.array(
    z.strictObject({
      /** API name, with its namespace if it has one. */
      object: z.string().min(1),
      /** What later records call it. */
      ref: z.string().min(1).optional(),
      fields: z.record(z.string(), value),
    }),
  ),
});

export type Seed = z.output<typeof seedSchema>;

export interface SeedReport {
  readonly created: number;
  /** The id of each record that has a `ref`. */
  readonly ids: Readonly<Record<string, string>>;
}
