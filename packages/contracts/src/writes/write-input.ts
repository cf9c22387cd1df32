import { z } from 'zod';
import { connectionIdSchema } from '../connection-id.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { recordIdSchema } from '../salesforce/record-id.ts';
import { noteSchema } from './note.ts';
import { matchSchema, requiredObjectSchema } from './required-object.ts';

/** How a record that is written says which one it is. */
export const recordTarget = {
  /** Update this record. */
  id: recordIdSchema.optional(),
  /** Upsert: update the one record that fits, else create it. */
  match: matchSchema.optional(),
};

export const idOrMatch = 'expected either id or match, not both';

/** What every write has, whatever its record is. */
export const writeEnvelope = {
  /** The caller's idempotency key. The same key with the same content is written once. */
  key: idempotencyKey,
  /** Who writes, in which org. */
  connectionId: connectionIdSchema,
  /** Records that have to be there first. Order is worked out from the references. @default [] */
  required: z
    .array(requiredObjectSchema)
    .default([])
    .superRefine((required, context) => {
      const seen = new Set<string>();
      required.forEach(({ ref }, index) => {
        if (seen.has(ref))
          context.addIssue({ code: 'custom', path: [index, 'ref'], message: `"${ref}" is used twice` });
        seen.add(ref);
      });
    }),
  /** A note on the record. */
  note: noteSchema.optional(),
  /** What a problem that a person can mend does: `fail` returns it. @default 'fail' */
  onProblem: z
    .enum(['fail', 'wait'])
    .refine((value) => value === 'fail', '"wait" is not available yet; use "fail"')
    .default('fail'),
  /** Interactive writes go before bulk ones. @default 'interactive' */
  priority: z.enum(['interactive', 'bulk']).default('interactive'),
};
