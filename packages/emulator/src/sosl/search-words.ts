import { foldCase } from '../soql/fold-case.ts';
import { MANY, matchWildcards, ONE } from '../soql/match-wildcards.ts';
import type { PatternPart } from '../soql/match-wildcards.ts';

/**
 * The words of a text, as a search index keeps them: split at blanks and punctuation, without regard to case.
 * Source: SOQL and SOSL Reference, FIND {SearchQuery}.
 */
export function wordsOf(text: string): string[] {
  return foldCase(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * Does a text hold these words, one after the other? In a word, `*` stands for any characters and `?` for one.
 *
 * @param pattern words as `wordsOf` gives them, joined by blanks
 */
export function holdsWords(text: string, pattern: string): boolean {
  const wanted = pattern.split(' ').map(toTest);
  const words = wordsOf(text);
  return words.some((_, start) => wanted.every((test, index) => test(words[start + index] ?? '')));
}

function toTest(word: string): (candidate: string) => boolean {
  if (!/[*?]/.test(word)) return (candidate) => candidate === word;
  const pattern = Array.from(word, (character): PatternPart => {
    if (character === '*') return MANY;
    return character === '?' ? ONE : character;
  });
  return (candidate) => candidate !== '' && matchWildcards(candidate, pattern);
}
