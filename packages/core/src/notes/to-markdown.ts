import { escapeNoteText } from './escape-note-text.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import type { Block, List, Span } from './note-content.ts';
import { readNoteHtml } from './read-note-html.ts';
import { blockHtml, writeNoteHtml } from './write-note-html.ts';
import { type SpanWriter, writeSpans } from './write-spans.ts';

/**
 * A note's HTML as Markdown that makes the same note again. What Markdown cannot say (underlined text, blank paragraphs,
 * marks within words) is HTML in it, as Markdown allows.
 */
export function toMarkdown(html: string): string {
  const parts: string[] = [];
  let previous: { block: Block; other: boolean } | undefined;
  for (const block of readNoteHtml(html).blocks) {
    // Two lists in a row would be one if they had the same marker.
    const other = previous?.block.kind === 'list' && block.kind === 'list' && !previous.other;
    parts.push(blockMarkdown(block, other));
    previous = { block, other };
  }
  return parts.join('\n\n');
}

/** The plainest way that reads back as the same. */
function blockMarkdown(block: Block, other: boolean): string {
  const html = blockHtml(block);
  return [PLAIN, CAREFUL].map((writer) => written(block, { writer, other })).find((one) => makes(one, html)) ?? html;
}

function makes(markdown: string, html: string): boolean {
  return writeNoteHtml(readNoteHtml(markdownToHtml(markdown)).blocks) === html;
}

interface Way {
  readonly writer: SpanWriter;
  /** The other marker of lists. */
  readonly other: boolean;
}

function written(block: Block, way: Way): string {
  return block.kind === 'list' ? listMarkdown(block, way) : lines(block.spans, way.writer);
}

function listMarkdown({ ordered, items }: List, way: Way): string {
  return items
    .map((item, index) => {
      const marker = ordered ? `${index + 1}${way.other ? ')' : '.'}` : way.other ? '*' : '-';
      const indent = ' '.repeat(marker.length + 1);
      return `${marker} ${itemMarkdown(item, way.writer).replaceAll('\n', `\n${indent}`)}`.replace(/[ ]+$/gm, '');
    })
    .join('\n');
}

function itemMarkdown(item: readonly Block[], writer: SpanWriter): string {
  let out = '';
  let previous: { block: Block; other: boolean } | undefined;
  for (const block of item) {
    const other = previous?.block.kind === 'list' && block.kind === 'list' && !previous.other;
    if (previous !== undefined) out += block.kind === 'list' && previous.block.kind === 'paragraph' ? '\n' : '\n\n';
    out += written(block, { writer, other });
    previous = { block, other };
  }
  return out;
}

/** What means something at the beginning of a line. */
function lines(spans: readonly Span[], writer: SpanWriter): string {
  return writeSpans(spans, writer)
    .split('\n')
    .map((line) => line.replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2'))
    .join('\n');
}

const MARKERS = { b: ['**', '**'], i: ['_', '_'], u: ['<u>', '</u>'], strike: ['~~', '~~'] } as const;

const PLAIN: SpanWriter = {
  open: (element) => (typeof element === 'string' ? MARKERS[element][0] : '['),
  close: (element) => (typeof element === 'string' ? MARKERS[element][1] : `](${element.href})`),
  text: (text) =>
    text
      .replace(/[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=[#\w])/gu, '\\$&')
      .replace(/(?<=\b(?:https?|ftp|mailto|xmpp)):|(?<=\bwww)\.|(?<=[\w.+-])@(?=\w)/gi, '\\$&')
      .replaceAll('\u00A0', '&nbsp;')
      .replace(/\n+/g, (breaks) => (breaks.length === 1 ? breaks : '<br>'.repeat(breaks.length))),
};

const CAREFUL: SpanWriter = {
  open: (element) => (typeof element === 'string' ? `<${element}>` : `<a href="${escapeNoteText(element.href)}">`),
  close: (element) => `</${typeof element === 'string' ? element : 'a'}>`,
  text: (text) =>
    text
      .replace(/[!-/:-@[-`{-~]/g, '\\$&')
      .replaceAll('\u00A0', '&nbsp;')
      .replaceAll('\n', '<br>'),
};
