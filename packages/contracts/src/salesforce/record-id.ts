import { z } from 'zod';

/** A record id of 15 (case-sensitive) or 18 (case-safe) characters, e.g. `006Hs00001abcdEIAQ`. */
export const recordIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/, 'expected a Salesforce record id of 15 or 18 characters');
