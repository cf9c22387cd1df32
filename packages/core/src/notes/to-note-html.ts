import { cleanNoteHtml } from './clean-note-html.ts';
import { escapeLaidOutText } from './escape-note-text.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import type { NoteBody } from './note-body.ts';
import { noteProblem } from './note-problem.ts';

/**
 * A note's text as the HTML that Salesforce accepts; never empty.
 * @throws NoteHtmlNotAllowedError for what an enhanced note cannot hold.
 */
export function toNoteHtml(body: NoteBody): string {
  if ('text' in body) return `<p>${escapeLaidOutText(withoutBlankEnds(body.text))}</p>`;
  try {
    return cleanNoteHtml('html' in body ? body.html : markdownToHtml(body.markdown));
  } catch (error) {
    // The parsers go down one call for each level.
    if (error instanceof RangeError) throw noteProblem({ what: 'text that is nested thousands of levels deep' });
    throw error;
  }
}

/** The first line keeps its indentation. */
function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
