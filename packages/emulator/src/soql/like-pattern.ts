import { MANY, matchWildcards, ONE } from './match-wildcards.ts';
import type { PatternPart } from './match-wildcards.ts';
import { parseStringLiteral } from './string-literal.ts';

/** A SOQL LIKE pattern as a SQLite pattern with `\` as its escape character. */
export function toSqlitePattern(quoted: string): string {
  return parseStringLiteral(quoted, { like: true })
    .map((part) => ('wildcard' in part ? part.wildcard : part.text.replace(/[\\%_]/g, '\\$&')))
    .join('');
}

/** The text before the first wildcard. */
export function literalPrefix(quoted: string): string {
  const [first] = parseStringLiteral(quoted, { like: true });
  return first && 'text' in first ? first.text : '';
}

/** Does the text fit a SQLite pattern, where case counts? */
export function fitsPattern(text: string, pattern: string): boolean {
  const parts = Array.from(pattern.matchAll(/\\(.)|[^]/gsu), ([piece, escaped]): PatternPart => {
    if (escaped !== undefined) return escaped;
    if (piece === '%') return MANY;
    return piece === '_' ? ONE : piece;
  });
  return matchWildcards(text, parts);
}
