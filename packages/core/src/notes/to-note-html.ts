import { cleanNoteHtml } from './clean-note-html.ts';
import { escapeNoteText } from './escape-note-text.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import type { NoteBody } from './note-body.ts';

/**
 * A note's text as the HTML that Salesforce accepts; never empty.
 * @throws NoteHtmlNotAllowedError for what an enhanced note cannot hold.
 */
export function toNoteHtml(body: NoteBody): string {
  if ('text' in body) return `<p>${escapeNoteText(body.text.trim())}</p>`;
  return cleanNoteHtml('html' in body ? body.html : markdownToHtml(body.markdown));
}
