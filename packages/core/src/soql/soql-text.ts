const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** What has to be written as an escape: signs with a meaning, control characters, and halves of a surrogate pair. */
const SPECIAL =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\\'"\u0000-\u001F\u007F\u2028\u2029]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The inside of a quoted SOQL string. Source: SOQL and SOSL Reference, Quoted String Escape Sequences. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? unicodeEscape(character));
}

/** A text as a quoted SOQL string. */
export function quotedText(text: string): string {
  return checkedLength(`'${escapeText(text)}'`, text);
}

/** Longest text within a condition, in characters. Source: SOQL and SOSL Reference, SOQL limits. */
export const LONGEST_TEXT = 4_000;

/** The literal, unless the text in it is longer than a condition can hold. @throws RangeError */
export function checkedLength(literal: string, text: string): string {
  if (text.length <= LONGEST_TEXT) return literal;
  throw new RangeError(
    `A condition of a query holds a text of ${LONGEST_TEXT} characters at most, not ${text.length}.`,
  );
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
