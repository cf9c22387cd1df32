const RECORD_ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;
const [CODE_OF_A, CODE_OF_Z] = [0x41, 0x5a];
const SUFFIX_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Three characters that say which of the fifteen are capitals, so that ids survive case-insensitive systems. */
function suffixOf(id: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block += 1) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const code = id.charCodeAt(block * 5 + index);
      if (code >= CODE_OF_A && code <= CODE_OF_Z) bits += 1 << index;
    }
    suffix += SUFFIX_CHARACTERS.charAt(bits);
  }
  return suffix;
}

/**
 * The 18-character form of a record id, or undefined for anything that is not one. An 18-character id with a wrong
 * suffix is not one: it was mistyped or has lost its case.
 */
export function parseRecordId(value: string): string | undefined {
  if (!RECORD_ID.test(value)) return undefined;
  const id = value.slice(0, 15);
  const full = id + suffixOf(id);
  return value.length === 15 || value === full ? full : undefined;
}
