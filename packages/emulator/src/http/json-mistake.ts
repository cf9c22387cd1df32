/**
 * What is wrong with a text that is no JSON, in the words of the parser that Salesforce uses (Jackson).
 * Source: texts of such errors in public logs (`Unexpected character ('}' (code 125)): was expecting double-quote to start
 * field name at [line:1, column:20]`) and Jackson's own; the place is that of the character. What an end of the text is
 * called is not verified.
 *
 * @param reason V8's, which says what it expected and where
 */
export function describeJsonMistake(text: string, reason: string): string {
  const index = Number(/at position (\d+)/.exec(reason)?.[1] ?? firstBadToken(text));
  const at = ` at ${placeOf(text, index)}`;
  const found = text.charAt(index);
  if (found === '' || reason.startsWith('Unterminated')) return `Unexpected end-of-input${placeOfEnd(text)}`;
  if (reason.includes('control character')) {
    return `Illegal unquoted character ((CTRL-CHAR, code ${found.charCodeAt(0)})): has to be escaped using backslash to be included in string value${at}`;
  }
  if (reason.includes('escape')) return `Unrecognized character escape ${nameOf(found)}${at}`;
  const token = /^[A-Za-z_$][\w$]*/.exec(text.slice(index))?.[0];
  const expected = EXPECTED.find(([words]) => reason.includes(words))?.[1];
  if (expected === undefined && token !== undefined) {
    return `Unrecognized token '${token}': was expecting 'null', 'true', 'false' or NaN${at}`;
  }
  return `Unexpected character (${nameOf(found)}): ${expected ?? VALUE}${at}`;
}

/** `[line:1, column:20]`, both from one. */
export function placeOf(text: string, index: number): string {
  const before = text.slice(0, index);
  const lines = before.split('\n');
  return `[line:${lines.length}, column:${(lines.at(-1)?.length ?? 0) + 1}]`;
}

const VALUE = `expected a valid value (number, String, array, object, 'true', 'false' or 'null')`;

const EXPECTED: readonly (readonly [string, string])[] = [
  ['property name or', 'was expecting double-quote to start field name'],
  ['double-quoted property name', 'was expecting double-quote to start field name'],
  ["Expected ':'", 'was expecting a colon to separate field name and value'],
  ["',' or '}'", 'was expecting comma to separate OBJECT entries'],
  ["',' or ']'", 'was expecting comma to separate ARRAY entries'],
];

function nameOf(character: string): string {
  return `'${character}' (code ${character.charCodeAt(0)})`;
}

function placeOfEnd(text: string): string {
  return ` at ${placeOf(text, text.length)}`;
}

/** Where the first character stands that begins no token of JSON; a value in the wrong place counts as none. */
function firstBadToken(text: string): number {
  const token = /\s+|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b|[[\]{}:,]/y;
  let previous = '';
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const [found] = token.exec(text) ?? [];
    if (found === undefined) return start;
    if (found.trim() === '') continue;
    if (/^[,:\]}]$/.test(found) && /^(?:[,:[]|)$/.test(previous) && !(found === ']' && previous === '[')) return start;
    if (found === '}' && previous === ':') return start;
    previous = found;
  }
  return text.length;
}
