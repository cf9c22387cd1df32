import { z } from 'zod';

/**
 * What a failure says beside its message: the first detail of the Application Failure. It carries names, ids and next
 * steps, never the values of fields.
 */
export const failureDetailSchema = z.object({
  /** Stable code; equals the `type` of the Application Failure. */
  code: z.string(),
  /** What to do about it, in words. */
  remedy: z.string().optional(),
  /** API name of the object it is about. */
  object: z.string().optional(),
  /** API name of the field it is about. */
  field: z.string().optional(),
  /** Where in the input it is, e.g. `deal.fields.CloseDate`. */
  path: z.string().optional(),
  /** Salesforce's own errorCode, e.g. `REQUIRED_FIELD_MISSING`. */
  errorCode: z.string().optional(),
  /** Every place of an input that was refused. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Records to choose from where the write could not decide. */
  candidates: z.array(z.object({ id: z.string(), name: z.string().nullable() })).optional(),
  /** Records that are already there where a duplicate was refused. */
  duplicateIds: z.array(z.string()).optional(),
  /** Salesforce API requests spent so far. */
  apiCalls: z.number().int().nonnegative().optional(),
});

export type FailureDetail = z.infer<typeof failureDetailSchema>;
