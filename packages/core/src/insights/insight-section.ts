import { escapeNoteText } from '../notes/escape-note-text.ts';
import type { Block } from '../notes/note-content.ts';
import { readNoteHtml } from '../notes/read-note-html.ts';
import { toMarkdown } from '../notes/to-markdown.ts';
import { toNoteHtml } from '../notes/to-note-html.ts';
import { toPlainText } from '../notes/to-plain-text.ts';
import { blockHtml, writeNoteHtml } from '../notes/write-note-html.ts';
import type { InsightSection } from './contact-insights.ts';

const HEADING = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}) UTC)? · (.+)$/s;

/** A section as it stands in the note: a bold line with date and source, and the content below it. */
export function sectionHtml({ date, source, html }: { date: string; source: string; html: string }): string {
  const heading = escapeNoteText(`${shownDate(date)} · ${source}`);
  return toNoteHtml({ html: `<p><b>${heading}</b></p>${html}` }).html;
}

/** The note with one more section on top; what is in it stays as it is stored. */
export function withSection(storedHtml: string, section: string): string {
  return isEmpty(storedHtml) ? section : section + storedHtml;
}

/** The note has this section, with all of its content and no more. */
export function hasSection(storedHtml: string, section: string): boolean {
  const wanted = blocksOf(section).map(blockHtml);
  const blocks = blocksOf(storedHtml);
  const there = blocks.map(blockHtml);
  return blocks.some((_, start) => {
    const next = blocks[start + wanted.length];
    const ends = next === undefined || headingOf(next) !== undefined;
    return ends && wanted.every((html, index) => there[start + index] === html);
  });
}

/** The note's sections, as far as people have left their headings. */
export function sectionsOf(storedHtml: string): readonly InsightSection[] {
  const sections: { heading: Pick<InsightSection, 'date' | 'source'>; blocks: Block[] }[] = [];
  for (const block of blocksOf(storedHtml)) {
    const heading = headingOf(block);
    if (heading !== undefined) sections.push({ heading, blocks: [] });
    else if (sections.length === 0) sections.push({ heading: { date: undefined, source: undefined }, blocks: [block] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections.map(({ heading, blocks }) => {
    const html = writeNoteHtml(blocks);
    return { ...heading, html, markdown: toMarkdown(html), text: toPlainText(html) };
  });
}

function headingOf(block: Block): { date: string; source: string } | undefined {
  if (block.kind !== 'paragraph' || block.spans.length !== 1) return undefined;
  const [span] = block.spans;
  if (span === undefined || span.marks.join() !== 'b' || span.href !== undefined) return undefined;
  const [, day, time, source] = HEADING.exec(span.text) ?? [];
  if (day === undefined || source === undefined) return undefined;
  return { date: time === undefined ? day : `${day}T${time}Z`, source };
}

/** A day as it is, a moment to the minute. */
function shownDate(date: string): string {
  if (!date.includes('T')) return date;
  return `${new Date(date).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function isEmpty(html: string): boolean {
  return blocksOf(html).length === 0;
}

function blocksOf(html: string): readonly Block[] {
  return readNoteHtml(html).blocks;
}
