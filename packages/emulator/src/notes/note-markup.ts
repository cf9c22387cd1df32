/** Tags that are proven to be kept in enhanced notes. Source: documentation of convert-notes-to-chatter-notes and ktema.org. */
export const NOTE_TAGS: ReadonlySet<string> = new Set(['p', 'br', 'b', 'i', 'u', 'strike', 'ul', 'ol', 'li', 'a']);

/** Elements that are taken out with all they contain. */
export const STRIPPED_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style']);

/** Elements that have no end tag. */
export const VOID_TAGS: ReadonlySet<string> = new Set(['br']);

const PROVEN_ENTITIES = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&#39;', '&copy;']);
const LINK_ATTRIBUTES = new Set(['href', 'target', 'rel', 'title']);
const LINK_ADDRESS = /^(?:https?:|mailto:|tel:|\/|#)/i;

/** Whether a run of text, or an attribute's value, has only entities that a note may have and no bare `&`, `<` or `>`. */
export function isEscapedText(text: string): boolean {
  if (/[<>]/.test(text)) return false;
  return (text.match(/&(?:#?\w+;)?/g) ?? []).every((entity) => PROVEN_ENTITIES.has(entity));
}

/** Attributes other than a link's are stripped: `style`, `on…`, `class` and the like. */
export function keepsAttribute(tag: string, name: string, value: string): boolean {
  if (tag !== 'a' || !LINK_ATTRIBUTES.has(name)) return false;
  return name !== 'href' || LINK_ADDRESS.test(value.trim());
}

/** Control characters, lone surrogates, non-characters, and the mark that a decoder leaves where the bytes were not UTF-8. */
export function hasForbiddenCharacter(html: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return !html.isWellFormed() || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\ufffe\uffff]/.test(html);
}
