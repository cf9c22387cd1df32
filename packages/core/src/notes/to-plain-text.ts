import type { Block, List, Span } from './note-content.ts';
import { readNoteHtml } from './read-note-html.ts';

/** A note's HTML as text: paragraphs a blank line apart, lists with dashes or numbers, the address of a link after its text. */
export function toPlainText(html: string): string {
  return readNoteHtml(html).blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  return block.kind === 'list' ? listText(block) : spansText(block.spans);
}

function listText({ ordered, items }: List): string {
  return items
    .map((item, index) => {
      const marker = ordered ? `${index + 1}. ` : '- ';
      return (
        marker +
        item
          .map(blockText)
          .join('\n')
          .replaceAll('\n', `\n${' '.repeat(marker.length)}`)
      );
    })
    .join('\n');
}

function spansText(spans: readonly Span[]): string {
  return spans
    .map(({ text, href }, index) => {
      const isEnd = href !== undefined && spans[index + 1]?.href !== href;
      const address = href?.replace(/^mailto:/i, '');
      return isEnd && text !== href && text !== address ? `${text} (${address})` : text;
    })
    .join('')
    .replaceAll('\u00A0', ' ');
}
