import { z } from 'zod';
import { apiNameSchema } from '../salesforce/api-name.ts';
import { refSchema } from './field-value.ts';
import { fieldsSchema } from './fields.ts';

/** Which record it is: values by field. All of them must fit. */
export const matchSchema = z
  .record(
    apiNameSchema,
    z.union([z.string().min(1), z.number(), z.boolean()], 'expected text, a number, true or false'),
  )
  .refine((match) => Object.keys(match).length > 0, 'expected at least one field to match by');

/** A record that has to be there before the one that is written; its parents before it, by their references. */
export const requiredObjectSchema = z.strictObject({
  /** How `{ ref }` names it elsewhere in this write. */
  ref: refSchema.refine((ref) => ref !== 'record', '"record" names the record itself; choose another name'),
  /** API name of the object, e.g. `Region__c`. */
  object: apiNameSchema,
  /**
   * Find it by these values and create it only when there is none. Without `match` it is always created.
   * One field that is an External Id is matched inside the write itself; any other match costs one look-up call.
   */
  match: matchSchema.optional(),
  /**
   * What happens to a record that was found: `update` writes `fields` to it, `keep` leaves it as it is.
   * @default `update` when matched by one External Id (Salesforce's upsert), else `keep`
   */
  whenFound: z.enum(['keep', 'update']).optional(),
  fields: fieldsSchema.default({}),
});
