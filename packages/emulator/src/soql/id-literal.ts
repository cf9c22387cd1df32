const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three characters that make a 15-character id safe to compare without regard to case. */
export function idSuffix(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let place = 0; place < 5; place++) {
      if (/[A-Z]/.test(id15.charAt(block * 5 + place))) bits |= 1 << place;
    }
    suffix += ALPHABET.charAt(bits);
  }
  return suffix;
}

/**
 * A record id as it is stored, 18 characters, from either form; undefined when it is no id. An 18-character id gets
 * back the case its suffix remembers, whatever case it was typed in.
 */
export function normalizeId(literal: string): string | undefined {
  if (!/^[A-Za-z0-9]+$/.test(literal)) return undefined;
  if (literal.length === 15) return literal + idSuffix(literal);
  if (literal.length !== 18) return undefined;
  const suffix = literal.slice(15).toUpperCase();
  let restored = '';
  for (let index = 0; index < 15; index++) {
    const bits = ALPHABET.indexOf(suffix.charAt(Math.floor(index / 5)));
    if (bits < 0) return undefined;
    const character = literal.charAt(index);
    restored += bits & (1 << (index % 5)) ? character.toUpperCase() : character.toLowerCase();
  }
  return idSuffix(restored) === suffix ? restored + suffix : undefined;
}
