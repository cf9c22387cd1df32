const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a 15-character id: for each block of five, bit `i` says whether character `i` is a capital.
 * Source: verified on recorded ids of Account, Contact, Opportunity, User, Organization and RecordType.
 */
export function toLongId(shortId: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let position = 0; position < 5; position += 1) {
      const character = shortId.charAt(block + position);
      if (character >= 'A' && character <= 'Z') bits |= 1 << position;
    }
    suffix += CHECKSUM_DIGITS.charAt(bits);
  }
  return shortId + suffix;
}

/** The 15-character form that Salesforce prints in some error texts. */
export function toShortId(id: string): string {
  return id.slice(0, 15);
}

/**
 * The 18-character form of an id in either form; undefined when the text cannot be a record id: wrong length, other
 * characters, or a suffix that does not fit. Case that was lost is not restored from the suffix, as Salesforce does not.
 * Source: salesforce.stackexchange.com 249063; sObject Collections in the REST API guide.
 */
export function parseRecordId(text: string): string | undefined {
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(text)) return undefined;
  const long = toLongId(text.slice(0, 15));
  return text.length === 15 || text === long ? long : undefined;
}

/** A whole number as nine digits in base 62, whose order as text is the order of the numbers. */
export function toBase62(value: number, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = DIGITS.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

export function fromBase62(text: string): number {
  let value = 0;
  for (const digit of text) value = value * 62 + DIGITS.indexOf(digit);
  return value;
}
