import { cleanText, keepLayout } from './clean-text.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import type { NoteBody } from './note-body.ts';
import { refusal } from './note-problem.ts';
import { readNoteHtml, type ReadNote } from './read-note-html.ts';
import { createRemovedParts, type RemovedPart } from './removed-parts.ts';
import { tidySpans } from './tidy-spans.ts';
import { writeNoteHtml } from './write-note-html.ts';

export interface NoteHtml {
  /** What Salesforce accepts as the text of an enhanced note, in one normal form; never empty. */
  readonly html: string;
  /** What the note cannot hold; empty when it says all that it was given. */
  readonly removed: readonly RemovedPart[];
}

/**
 * A note's text as the HTML that Salesforce accepts, for every input: the elements p br b i u strike ul ol li a, links to
 * http, https and mailto, five entities, no line breaks, no control characters. What cannot be held is left out or shown
 * in another way, and said. Sources: Salesforce knowledge article 000232870; Object Reference, ContentNote.
 */
export function toNoteHtml(body: NoteBody): NoteHtml {
  const { blocks, removed } = read(body);
  return { html: writeNoteHtml(blocks), removed };
}

/**
 * As `toNoteHtml`, for writes that must say all they were given or nothing.
 * @throws NoteHtmlNotAllowedError for what an enhanced note cannot hold; characters that cannot be seen do not count.
 */
export function toWholeNoteHtml(body: NoteBody, path?: string): NoteHtml {
  const note = toNoteHtml(body);
  const problem = note.removed.find(({ kind }) => kind !== 'character');
  if (problem !== undefined) throw refusal(problem, path);
  return note;
}

function read(body: NoteBody): ReadNote {
  if ('text' in body) return readText(body.text);
  if ('html' in body) return readNoteHtml(body.html);
  try {
    return readNoteHtml(markdownToHtml(body.markdown));
  } catch (error) {
    // The Markdown parser goes down one call for each level.
    if (!(error instanceof RangeError)) throw error;
    const { blocks, removed } = readText(body.markdown);
    return {
      blocks,
      removed: [{ kind: 'markup', name: 'nesting', textLost: false, count: 1, blocks: [0] }, ...removed],
    };
  }
}

/** One paragraph; indentation and columns stay. */
function readText(text: string): ReadNote {
  const removed = createRemovedParts();
  const lines = cleanText(keepLayout(text.replace(/\r\n?/g, '\n')), (name) =>
    removed.add({ kind: 'character', name }, 0),
  );
  const withoutBlankEnds = lines.replace(/^(?:[ \u00A0]*\n)+/, '').trimEnd();
  const spans = tidySpans([{ text: withoutBlankEnds, marks: [], href: undefined, isBreak: false }]);
  return { blocks: spans.length === 0 ? [] : [{ kind: 'paragraph', spans }], removed: removed.list() };
}
