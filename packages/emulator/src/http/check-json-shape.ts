import { jsonParserError } from '../dml/json-parser-error.ts';
import { NotEmulatedError } from './not-emulated-error.ts';

/** Deeper than any request of Salesforce's API. */
const MAX_DEPTH = 200;

/**
 * Looks at JSON that has parsed already for what a parsed value no longer shows: a key that an object has twice, where
 * it is not known which one Salesforce takes; and nesting that no request has.
 *
 * @throws SalesforceApiError for the nesting: which error Salesforce answers with is not known
 * @throws NotEmulatedError for the key
 */
export function checkJsonShape(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let lastString = '';
  let index = 0;
  while (index < text.length) {
    switch (text.charAt(index)) {
      case '{':
        open.push(new Set());
        break;
      case '[':
        open.push(undefined);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfString(text, index);
        lastString = text.slice(index, end);
        index = end;
        continue;
      }
      case ':':
        addKey(open.at(-1), lastString);
        break;
    }
    if (open.length > MAX_DEPTH) throw jsonParserError(`JSON that is nested deeper than ${MAX_DEPTH} levels`);
    index += 1;
  }
}

function addKey(keys: Set<string> | undefined, quoted: string): void {
  const key = JSON.parse(quoted) as string;
  if (keys?.has(key)) throw new NotEmulatedError(`a JSON object that has the key ${quoted} twice`);
  keys?.add(key);
}

/** The index after the closing quote of the string that starts at `start`. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text.charAt(index - 1 - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
