import { RecordInvalidError } from '../errors/api-errors.ts';
import type { NoteBody } from './note-body.ts';
import { type NoteHtml, toNoteHtml, toWholeNoteHtml } from './to-note-html.ts';

/**
 * The longest note in bytes of UTF-8 HTML: a request holds 50 MB, and base64 makes the text longer by a third.
 * Source: REST API guide, Insert or Update Blob Data; Object Reference, ContentNote.
 */
export const NOTE_BYTES_LIMIT = 37_000_000;

/** A note as it is created: the title is plain text, the text base64 of UTF-8 HTML. Source: Object Reference, ContentNote. */
export function noteFields({ title, html }: { title: string; html: string }): { Title: string; Content: string } {
  return { Title: title, Content: noteContent(html) };
}

/** @throws RecordInvalidError for a text that is longer than the longest note */
export function noteContent(html: string): string {
  const bytes = Buffer.from(html, 'utf8');
  if (bytes.length <= NOTE_BYTES_LIMIT) return bytes.toString('base64');
  const remedy = 'Shorten it, or write several notes.';
  throw new RecordInvalidError({
    message: `Cannot write the note: its text has ${bytes.length} bytes of HTML; ${NOTE_BYTES_LIMIT} are the most that one request can bring. Nothing was sent. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    errorCode: 'STRING_TOO_LONG',
    object: 'ContentNote',
    fields: ['Content'],
    path: 'note.body',
  });
}

/** What is written of a text: all of it or nothing, or what a note can hold of it. */
export function writtenHtml(body: NoteBody, notAllowed: 'refuse' | 'remove' = 'refuse', path?: string): NoteHtml {
  return notAllowed === 'remove' ? toNoteHtml(body) : toWholeNoteHtml(body, path);
}

/** Why a title is refused, or undefined. */
export function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return 'the title is blank';
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) return 'the title holds a line break, a tab or another control character';
  if (title.length > 255) return `the title has ${title.length} characters; 255 are allowed`;
  return undefined;
}
