import type { NoteBody } from './note-body.ts';
import { toWholeNoteHtml } from './to-note-html.ts';

/** A note as it is created: the title is plain text, the text base64 of UTF-8 HTML. Source: Object Reference, ContentNote. */
export function noteFields({ title, body }: { title: string; body: NoteBody }): { Title: string; Content: string } {
  return { Title: title, Content: Buffer.from(toWholeNoteHtml(body), 'utf8').toString('base64') };
}

/** Why a title is refused, or undefined. */
export function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return 'the title is blank';
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) return 'the title holds a line break, a tab or another control character';
  if (title.length > 255) return `the title has ${title.length} characters; 255 are allowed`;
  return undefined;
}
