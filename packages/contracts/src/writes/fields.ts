import { z } from 'zod';
import { apiNameSchema } from '../salesforce/api-name.ts';
import { fieldValueSchema } from './field-value.ts';

/** Values by the API name of their field. */
export const fieldsSchema = z.record(apiNameSchema, fieldValueSchema);

const date = z.iso.date('expected a date (YYYY-MM-DD)').nullable();
const number = z.number('expected a number').nullable();
const text = z.union([z.string(), z.null()], 'expected text');

/** Standard fields whose type no org can change are checked before anything starts; all others are the org's to judge. */
function fieldsWith<Shape extends Record<string, z.ZodType>>(standard: Shape) {
  return z
    .object(standard)
    .partial()
    .catchall(fieldValueSchema.optional())
    .superRefine((fields, context) => {
      for (const name of Object.keys(fields)) {
        const checked = apiNameSchema.safeParse(name);
        if (!checked.success)
          context.addIssue({ code: 'custom', path: [name], message: 'expected the API name of a field' });
      }
    });
}

/** Fields of an account. */
export const accountFieldsSchema = fieldsWith({ Name: text, AnnualRevenue: number, NumberOfEmployees: number });

/** Fields of a contact. */
export const contactFieldsSchema = fieldsWith({ FirstName: text, LastName: text, Birthdate: date });

/** Fields of a deal. */
export const dealFieldsSchema = fieldsWith({
  Name: text,
  StageName: text,
  CloseDate: date,
  Amount: number,
  Probability: number,
});
