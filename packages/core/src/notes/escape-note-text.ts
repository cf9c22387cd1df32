const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for an enhanced note. These five entities and no others: `&apos;` and `&eacute;` make Salesforce refuse the note,
 * letters beyond ASCII stay as they are. Source: Salesforce knowledge article 000232870.
 */
export function escapeNoteText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
