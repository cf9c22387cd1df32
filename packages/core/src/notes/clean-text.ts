/** Stands where a character was that cannot be encoded. */
const MISSING = '\u25A1';

/** Control characters, lone surrogates, non-characters, and what a decoder leaves where the bytes were not UTF-8. */
const REFUSED = /[^\P{Cc}\n]|\p{Cs}|\p{Noncharacter_Code_Point}|\uFFFD/gu;

/**
 * Text with characters that a note can hold: line breaks of every kind as `\n`, tabs as a space. What cannot be seen is
 * left out, what is no character is marked. Source: Salesforce knowledge article 000232870 (valid UTF-8, no control or
 * non-printable characters).
 *
 * @param onRemoved is told each character that went, e.g. `U+0007`
 */
export function cleanText(text: string, onRemoved: (name: string) => void = () => undefined): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(REFUSED, (character) => {
      const code = character.codePointAt(0) ?? 0;
      onRemoved(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
      return /[\p{Cs}\uFFFD]/u.test(character) ? MISSING : '';
    });
}

/** Indentation and columns by spaces that HTML does not draw together. */
export function keepLayout(text: string): string {
  const hard = (spaces: string): string => '\u00A0'.repeat(spaces.replaceAll('\t', '    ').length);
  return text.replace(/^[ \t]+/gm, hard).replace(/ {2,}/g, hard);
}
