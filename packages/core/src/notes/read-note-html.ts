import { Parser } from 'htmlparser2';
import { cleanText, keepLayout } from './clean-text.ts';
import { CELLS, DROPPED, HEADINGS, LINES, MARK_OF } from './elements.ts';
import { createNoteBuilder, type NoteBuilder } from './note-builder.ts';
import type { Block } from './note-content.ts';
import { createRemovedParts, type RemovedPart } from './removed-parts.ts';

export interface ReadNote {
  readonly blocks: readonly Block[];
  readonly removed: readonly RemovedPart[];
}

/**
 * HTML as what a note can show of it. Text is kept wherever there is a way to show it: a heading becomes a bold line, a row
 * of a table a line, a picture its alternative text, a rule a line of dashes, a list that does not begin with 1 numbered
 * lines. An unclosed element is closed.
 */
export function readNoteHtml(html: string): ReadNote {
  const removed = createRemovedParts();
  const note = createNoteBuilder(removed);
  let dropped = 0;
  let preformatted = 0;
  let isRead = 0;
  const undo: (() => void)[] = [];

  const addText = (text: string): void => {
    if (dropped > 0) return;
    const laidOut = preformatted > 0 ? keepLayout(text) : text;
    note.addText(cleanText(laidOut, (name) => removed.add({ kind: 'character', name }, note.block)));
  };

  const open = (name: string, attributes: Readonly<Record<string, string>>): (() => void) | undefined => {
    const mark = MARK_OF.get(name);
    if (mark !== undefined) return note.openMark(mark);
    if (name === 'br') return note.addBreak();
    if (name === 'p') return line(note);
    if (name === 'ul' || name === 'ol') return note.openList(name === 'ol' ? startOf(attributes['start']) : undefined);
    if (name === 'li') return note.openItem();
    if (name === 'a') return note.openLink(attributes['href']);
    removed.add({ kind: 'tag', name, textLost: DROPPED.has(name) }, note.block);
    if (name === 'img') {
      addText(attributes['alt'] ?? '');
      return undefined;
    }
    if (name === 'hr') {
      note.endParagraph();
      note.addText('———');
      return note.endParagraph();
    }
    if (CELLS.has(name)) return note.openCell();
    if (!LINES.has(name)) return undefined;
    const endLine = line(note);
    if (name === 'pre') preformatted += 1;
    const endMark = HEADINGS.has(name) ? note.openMark('b') : undefined;
    return () => {
      endMark?.();
      if (name === 'pre') preformatted -= 1;
      endLine();
    };
  };

  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        isRead = parser.endIndex + 1;
        if (dropped > 0 || DROPPED.has(name)) {
          if (dropped === 0) removed.add({ kind: 'tag', name, textLost: true }, note.block);
          dropped += 1;
          undo.push(() => (dropped -= 1));
          return;
        }
        reportAttributes(name, attributes);
        undo.push(open(name, attributes) ?? (() => undefined));
      },
      ontext(text) {
        isRead = parser.endIndex + 1;
        addText(text);
      },
      onclosetag() {
        isRead = parser.endIndex + 1;
        undo.pop()?.();
      },
      oncomment() {
        isRead = parser.endIndex + 1;
        if (dropped === 0) removed.add({ kind: 'tag', name: '!--', textLost: true }, note.block);
      },
      onprocessinginstruction(name) {
        isRead = parser.endIndex + 1;
        if (dropped === 0) removed.add({ kind: 'tag', name, textLost: true }, note.block);
      },
    },
    { decodeEntities: true },
  );

  function reportAttributes(tag: string, attributes: Readonly<Record<string, string>>): void {
    const isKnown = MARK_OF.has(tag) || ['p', 'br', 'ul', 'ol', 'li', 'a'].includes(tag);
    if (!isKnown) return; // it goes with its element
    for (const name of Object.keys(attributes)) {
      if ((tag === 'a' && name === 'href') || (tag === 'ol' && name === 'start')) continue;
      removed.add({ kind: 'attribute', name, tag }, note.block);
    }
  }

  parser.write(html);
  // What is begun as a tag and never ended is told of nowhere; its author sees it as text.
  const rest = unfinishedTag(html, isRead);
  parser.end();
  if (rest !== '') {
    removed.add({ kind: 'markup', name: 'unfinishedTag' }, note.block);
    addText(rest);
  }
  return { blocks: note.end(), removed: removed.list() };
}

function line(note: NoteBuilder): () => void {
  note.endParagraph();
  return () => note.endParagraph();
}

/** 1 unless the attribute says another number. */
function startOf(attribute: string | undefined): number {
  const start = Number(attribute);
  return attribute !== undefined && Number.isSafeInteger(start) && start >= 0 ? start : 1;
}

function unfinishedTag(html: string, isRead: number): string {
  const start = html.indexOf('<', isRead);
  return start !== -1 && /^<[a-z/!?]/i.test(html.slice(start, start + 2)) ? html.slice(start) : '';
}
