/** A character that is meant, one that may be any, or any number of any. */
export type PatternPart = string | typeof ONE | typeof MANY;

export const ONE = Symbol('one character');
export const MANY = Symbol('any characters');

/** Does the whole text fit? In time that grows with the product of both lengths, whatever the pattern. */
export function matchWildcards(text: string, pattern: readonly PatternPart[]): boolean {
  const characters = Array.from(text);
  let [at, part, resumeAt, resumePart] = [0, 0, 0, -1];
  while (at < characters.length) {
    const wanted = pattern[part];
    if (wanted === MANY) {
      part += 1;
      [resumeAt, resumePart] = [at, part];
    } else if (wanted !== undefined && (wanted === ONE || wanted === characters[at])) {
      at += 1;
      part += 1;
    } else if (resumePart >= 0) {
      // The last run of any characters takes one more.
      resumeAt += 1;
      [at, part] = [resumeAt, resumePart];
    } else return false;
  }
  while (pattern[part] === MANY) part += 1;
  return part === pattern.length;
}
