import { z } from 'zod';

/** A record of the write, and whether this write created it. */
export const writtenRecordSchema = z.object({ id: z.string(), created: z.boolean() });

/** What a write came to. */
export const writeOutputSchema = z.object({
  /** `alreadyWritten`: an earlier write with this key had done it, and this one wrote nothing. */
  outcome: z.enum(['written', 'alreadyWritten']),
  record: writtenRecordSchema,
  /** The required records by their `ref`. */
  required: z.record(z.string(), writtenRecordSchema),
  /** OpportunityContactRole ids, in the order of `roles`. */
  roleIds: z.array(z.string()),
  /** The ContentNote and its ContentDocumentLinks: the record's first, then those of `links`. */
  note: z.object({ id: z.string(), linkIds: z.array(z.string()) }).optional(),
  /** Salesforce API requests that this start spent, look-ups and retries included. */
  apiCalls: z.number().int().nonnegative(),
  /** What the caller should know although the write succeeded. */
  warnings: z.array(z.string()),
});

export type WriteOutput = z.infer<typeof writeOutputSchema>;
