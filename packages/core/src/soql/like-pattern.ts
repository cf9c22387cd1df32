import { checkedLength, escapeText } from './soql-text.ts';

/** Any text, or none. */
export const ANY_TEXT = { any: 'text' } as const;
/** Exactly one character. */
export const ANY_CHARACTER = { any: 'character' } as const;

/** A text as it is, or a wildcard. Nothing in a text is a wildcard. */
export type LikePart = string | typeof ANY_TEXT | typeof ANY_CHARACTER;

/** A pattern of LIKE as SOQL text; `%` and `_` of texts are escaped. Source: SOQL and SOSL Reference, Quoted String Escape Sequences. */
export function likeLiteral(parts: readonly LikePart[]): string {
  const text = parts.map((part) => (typeof part === 'string' ? part : '%')).join('');
  return checkedLength(`'${parts.map(partText).join('')}'`, text);
}

function partText(part: LikePart): string {
  if (typeof part === 'string') return escapeText(part).replace(/[%_]/g, '\\$&');
  return part.any === 'text' ? '%' : '_';
}
