import { z } from 'zod';

const SUFFIX_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Three characters that say which of the fifteen are capitals. Source: Salesforce knowledge article 000385008. */
function suffixOf(id: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) if (/[A-Z]/.test(id.charAt(block + index))) bits += 2 ** index;
    suffix += SUFFIX_CHARACTERS.charAt(bits);
  }
  return suffix;
}

/**
 * A record id of 15 (case-sensitive) or 18 (case-safe) characters, e.g. `006Hs00001abcdEIAQ`; always handed on with 18, so
 * that both forms are the same content. One of 18 whose last three do not fit was mistyped or has lost its case.
 */
export const recordIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/, 'expected a Salesforce record id of 15 or 18 characters')
  .transform((value, context) => {
    const id = value.slice(0, 15);
    const full = id + suffixOf(id);
    if (value.length === 15 || value === full) return full;
    context.addIssue({
      code: 'custom',
      message: 'expected a Salesforce record id in the case that Salesforce gives it',
    });
    return z.NEVER;
  });
