import { z } from 'zod';

/**
 * The caller's idempotency key: 1–200 printable characters, unique per connection. No white space at its ends, since
 * Salesforce trims text and the key could then not be found again. Keys that differ only in case are different keys.
 */
export const idempotencyKey = z
  .string()
  .min(1, 'expected 1 to 200 printable characters')
  .max(200, 'expected 1 to 200 printable characters')
  .regex(/^[^\p{C}]*$/u, 'expected printable characters only')
  .refine((key) => !key.includes('@{'), 'expected a key without "@{", which Salesforce takes for a reference')
  .regex(/^(?!\p{Z})[\s\S]*(?<!\p{Z})$/u, 'expected no white space at its start or end');
