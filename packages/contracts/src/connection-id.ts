import { z } from 'zod';

/** Names an org that a customer has connected, and the user it acts as: 1–54 letters, digits, `-` and `_`. */
export const connectionIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,53}$/, 'expected a connection id: 1 to 54 letters, digits, "-" or "_"');
