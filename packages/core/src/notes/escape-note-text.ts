const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for an enhanced note. These five entities and no others: `&apos;` and `&eacute;` make Salesforce refuse the note,
 * letters beyond ASCII stay as they are, and a line break has to be `<br>` since raw ones are dropped.
 * Source: Salesforce knowledge article 000232870.
 */
export function escapeNoteText(text: string): string {
  return escapeCharacters(text).replace(/\n/g, '<br>');
}

/** As `escapeNoteText`; indentation and columns stay, which HTML would otherwise draw together. */
export function escapeLaidOutText(text: string): string {
  const hard = (spaces: string): string => '\u00A0'.repeat(spaces.replaceAll('\t', '    ').length);
  const spaced = text.replace(/^[ \t]+/gm, hard).replace(/ {2,}/g, hard);
  return escapeNoteText(spaced);
}

export function escapeCharacters(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Line breaks of every kind as `\n`, tabs as a space; what cannot be seen or encoded is left out or marked. */
function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu, '');
}
