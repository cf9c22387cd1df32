import { NoteHtmlNotAllowedError } from '../errors/write-errors.ts';

/** What a note's text may be made of. */
export const NOTE_TAGS = ['p', 'br', 'b', 'i', 'u', 'strike', 'ul', 'ol', 'li', 'a'] as const;

/** The part of a note's text that an enhanced note cannot hold. */
export function noteProblem(options: { what: string; tag?: string; attribute?: string }): NoteHtmlNotAllowedError {
  const remedy =
    options.attribute === undefined
      ? `Leave it out; a note may hold ${NOTE_TAGS.join(' ')}.`
      : 'Leave the attribute out; a note may hold <a href> with an http, https or mailto address, and no other attributes.';
  return new NoteHtmlNotAllowedError({
    message: `Cannot write the note: ${options.what} is not allowed in an enhanced note. ${remedy}`,
    remedy,
    path: 'note.body',
    tag: options.tag,
    attribute: options.attribute,
  });
}
