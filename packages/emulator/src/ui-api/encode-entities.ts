const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Every text of a body with its HTML characters as entities; names of members stay as they are.
 * Source: `Food &amp; Beverage`, label and value alike, in picklist values recorded by lwc-recipes.
 */
export function encodeEntities(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  if (Array.isArray(value)) return value.map(encodeEntities);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, encodeEntities(member)]));
}
