import { escapeNoteText } from './escape-note-text.ts';
import type { Block, List, Span } from './note-content.ts';
import { writeSpans } from './write-spans.ts';

/** Never empty: Salesforce refuses a note without a text, and takes `<p></p>`. */
export function writeNoteHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('') || '<p></p>';
}

export function blockHtml(block: Block): string {
  return block.kind === 'list' ? listHtml(block) : `<p>${spansHtml(block.spans)}</p>`;
}

function listHtml({ ordered, items }: List): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag}>${items.map((item) => `<li>${itemHtml(item)}</li>`).join('')}</${tag}>`;
}

function itemHtml([first, ...rest]: readonly Block[]): string {
  if (first === undefined) return '';
  return (first.kind === 'paragraph' ? spansHtml(first.spans) : blockHtml(first)) + rest.map(blockHtml).join('');
}

function spansHtml(spans: readonly Span[]): string {
  return writeSpans(spans, {
    open: (element) => (typeof element === 'string' ? `<${element}>` : `<a href="${escapeNoteText(element.href)}">`),
    close: (element) => `</${typeof element === 'string' ? element : 'a'}>`,
    text: (text) => escapeNoteText(text).replaceAll('\n', '<br>'),
  });
}
