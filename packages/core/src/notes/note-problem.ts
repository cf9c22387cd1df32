import { NoteHtmlNotAllowedError } from '../errors/write-errors.ts';
import type { RemovedPart } from './removed-parts.ts';

/** What a note's text may be made of. */
export const NOTE_TAGS = ['p', 'br', 'b', 'i', 'u', 'strike', 'ul', 'ol', 'li', 'a'] as const;

/** The part of a note's text that an enhanced note cannot hold, refused. `path`: where the text was given. */
export function refusal({ kind, name, tag }: RemovedPart, path = 'note.body'): NoteHtmlNotAllowedError {
  const isAttribute = kind === 'attribute' || kind === 'link';
  const remedy = isAttribute
    ? 'Leave the attribute out; a note may hold <a href> with an http, https or mailto address, and no other attributes.'
    : `Leave it out; a note may hold ${NOTE_TAGS.join(' ')}.`;
  return new NoteHtmlNotAllowedError({
    message: `Cannot write the note: ${describe({ kind, name, tag })} is not allowed in an enhanced note. ${remedy}`,
    remedy,
    path,
    tag: isAttribute ? tag : kind === 'tag' ? name : undefined,
    attribute: kind === 'link' ? 'href' : kind === 'attribute' ? name : undefined,
  });
}

function describe({ kind, name, tag }: Pick<RemovedPart, 'kind' | 'name' | 'tag'>): string {
  if (kind === 'attribute') return `the attribute ${name} of <${tag}>`;
  if (kind === 'link') return 'a link to anything but http, https or mailto';
  if (name === 'unfinishedTag') return 'a tag that does not end';
  if (name === 'nesting') return 'text that is nested this deep';
  if (name === '!--') return 'a comment';
  return name.startsWith('!') || name.startsWith('?') ? `the declaration <${name}>` : `the element <${name}>`;
}
