import { parseStringLiteral } from './string-literal.ts';

/** A SOQL LIKE pattern as a SQLite pattern with `\` as its escape character. */
export function toSqlitePattern(quoted: string): string {
  return parseStringLiteral(quoted, { like: true })
    .map((part) => ('wildcard' in part ? part.wildcard : part.text.replace(/[\\%_]/g, '\\$&')))
    .join('');
}
