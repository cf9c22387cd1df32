/** Signs with a meaning in a search. Source: SOQL and SOSL Reference, FIND {SearchQuery}, reserved characters. */
const RESERVED = /[?&|!{}[\]()^~*:\\"'+-]/g;
/** Words with a meaning, which quotes take away. */
const OPERATORS = /^(?:and|or|not)$/i;

/**
 * How a text is looked for.
 * - `words`: each word, anywhere in the record
 * - `beginnings`: as `words`, each as the beginning of a word
 * - `phrase`: the words as they follow each other
 */
export type SearchMode = 'words' | 'beginnings' | 'phrase';

/** Beyond it Salesforce no longer reads `AND`, `OR` and quotes as they are meant; beyond 10,000 it finds nothing. */
export const LONGEST_SEARCH = 4_000;

/** The words of a text: what is left without white space and control characters. */
function wordsOf(text: string): string[] {
  return text
    .toWellFormed()
    .split(/[\s\p{Cc}\uFFFD]+/u)
    .filter((word) => word !== '');
}

/**
 * Has the text a word of two letters or digits? Salesforce searches for nothing shorter, and splits words at other signs.
 * Source: INVALID_SEARCH of clients' public logs.
 */
export function isSearchable(text: string): boolean {
  return /[\p{L}\p{N}][\p{L}\p{N}\p{M}]/u.test(text);
}

/** What stands between the braces of FIND; nothing in the text has a meaning beyond its words. */
export function searchText(text: string, mode: SearchMode): string {
  const words = wordsOf(text);
  const written =
    mode === 'phrase' ? `"${words.map(escapeSearch).join(' ')}"` : words.map((word) => wordText(word, mode)).join(' ');
  if (written.length <= LONGEST_SEARCH) return written;
  throw new RangeError(`A search holds ${LONGEST_SEARCH} characters at most, not ${written.length}.`);
}

function wordText(word: string, mode: SearchMode): string {
  if (OPERATORS.test(word)) return `"${word}"`;
  return mode === 'beginnings' ? `${escapeSearch(word)}*` : escapeSearch(word);
}

function escapeSearch(word: string): string {
  return word.replace(RESERVED, '\\$&');
}
