const SHORT_ID = /^[A-Za-z0-9]{15}$/;
const LONG_ID = /^[A-Za-z0-9]{18}$/;
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a Salesforce id: the 15 characters that identify, and three that tell which of them are
 * upper case. Ids come in both lengths, so they are compared in this form only.
 *
 * @returns undefined when the text is no id
 */
export function toLongId(id: string): string | undefined {
  if (!SHORT_ID.test(id) && !LONG_ID.test(id)) return undefined;
  const short = id.slice(0, 15);
  let suffix = '';
  for (let start = 0; start < 15; start += 5) {
    let upperCase = 0;
    for (let offset = 0; offset < 5; offset++) {
      if (/[A-Z]/.test(short.charAt(start + offset))) upperCase |= 1 << offset;
    }
    suffix += SUFFIX.charAt(upperCase);
  }
  return short + suffix;
}
