import { z } from 'zod';
import { recordIdSchema } from '../salesforce/record-id.ts';
import { referenceSchema } from './field-value.ts';

/** Who takes part in the deal: becomes an OpportunityContactRole. */
export const contactRoleSchema = z.strictObject({
  contactId: z.union([recordIdSchema, referenceSchema], 'expected a contact id or { ref }'),
  /** A value of the org's Role picklist, e.g. `Decision Maker`. */
  role: z.string().min(1).optional(),
  /** @default false */
  isPrimary: z.boolean().optional(),
});
