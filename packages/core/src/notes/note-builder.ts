import { cleanText } from './clean-text.ts';
import { type Block, type Mark, MARKS } from './note-content.ts';
import type { RemovedParts } from './removed-parts.ts';
import { type Piece, tidySpans } from './tidy-spans.ts';

/** Lists within lists; deeper ones go on at this level. No source says how deep an enhanced note may be. */
export const DEEPEST_LIST = 16;

/** Puts a note together in the order in which it is read. What is opened gives the function that closes it. */
export interface NoteBuilder {
  /** The number of the block that is being built. */
  readonly block: number;
  addText(text: string): void;
  addBreak(): undefined;
  endParagraph(): undefined;
  openMark(mark: Mark): () => void;
  openLink(href: string | undefined): () => void;
  openCell(): () => void;
  /** @param start number of the first item; undefined for bullets */
  openList(start: number | undefined): () => void;
  openItem(): () => void;
}

interface OpenList {
  readonly start: number | undefined;
  readonly items: Block[][];
}

export function createNoteBuilder(removed: RemovedParts): NoteBuilder & { end(): readonly Block[] } {
  const document: Block[] = [];
  /** What blocks go into: the document, or the item that is open in each list. */
  const places: Block[][] = [document];
  const lists: OpenList[] = [];
  const marks = new Map<Mark, number>();
  const hrefs: (string | undefined)[] = [];
  let pieces: Piece[] = [];
  let look: Pick<Piece, 'marks' | 'href'> = { marks: [], href: undefined };

  const restyle = (): void => {
    look = { marks: MARKS.filter((mark) => (marks.get(mark) ?? 0) > 0), href: hrefs.at(-1) };
  };
  const endParagraph = (): undefined => {
    const spans = tidySpans(pieces);
    pieces = [];
    if (spans.length === 0) return;
    // Text of a list that is in none of its items is an item.
    if (places.length <= lists.length) newItem();
    places.at(-1)?.push({ kind: 'paragraph', spans });
  };
  const newItem = (): void => {
    const item: Block[] = [];
    lists.at(-1)?.items.push(item);
    places[lists.length] = item;
  };

  return {
    get block() {
      return document.length;
    },
    addText(text) {
      if (text !== '') pieces.push({ text, ...look, isBreak: false });
    },
    addBreak() {
      pieces.push({ text: '\n', ...look, isBreak: true });
      return undefined;
    },
    endParagraph,
    openMark(mark) {
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
      restyle();
      return () => {
        marks.set(mark, (marks.get(mark) ?? 0) - 1);
        restyle();
      };
    },
    openLink(href) {
      if (href !== undefined && addressOf(href) === undefined) {
        removed.add({ kind: 'link', name: schemeOf(href), tag: 'a' }, document.length);
      }
      hrefs.push(href === undefined ? hrefs.at(-1) : addressOf(href));
      restyle();
      return () => {
        hrefs.pop();
        restyle();
      };
    },
    openCell() {
      if (pieces.some(({ text }) => text.trim() !== '')) {
        pieces.push({ text: ' | ', marks: [], href: undefined, isBreak: false });
      }
      return () => undefined;
    },
    openList(start) {
      endParagraph();
      if (lists.length >= DEEPEST_LIST) {
        removed.add({ kind: 'markup', name: 'nesting' }, document.length);
        return endParagraph;
      }
      if (places.length <= lists.length) newItem();
      const list: OpenList = { start, items: [] };
      const depth = lists.push(list);
      return () => {
        endParagraph();
        lists.length = depth - 1;
        places.length = depth;
        places.at(-1)?.push(...blocksOf(list));
      };
    },
    openItem() {
      endParagraph();
      if (lists.length === 0) {
        const closeList = this.openList(undefined);
        newItem();
        return closeList;
      }
      newItem();
      const depth = lists.length;
      return () => {
        endParagraph();
        places.length = Math.min(places.length, depth);
      };
    },
    end() {
      endParagraph();
      return document;
    },
  };
}

/** A note's lists begin with 1, so items with other numbers are lines of their own, with what they hold below them. */
function blocksOf({ start, items }: OpenList): readonly Block[] {
  if (items.length === 0) return [];
  if (start === undefined || start === 1) return [{ kind: 'list', ordered: start !== undefined, items }];
  return items.flatMap(([first, ...rest], index): Block[] => {
    const number: Piece = { text: `${start + index}. `, marks: [], href: undefined, isBreak: false };
    const line = first?.kind === 'paragraph' ? first.spans : [];
    const spans = tidySpans([number, ...line.map((span) => ({ ...span, isBreak: false }))]);
    return [{ kind: 'paragraph', spans }, ...(first?.kind === 'list' ? [first] : []), ...rest];
  });
}

/** Browsers ignore white space and control characters in a scheme, so there may be none at all. */
function addressOf(href: string): string | undefined {
  const address = cleanText(href.trim());
  return address === href.trim() && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address) ? address : undefined;
}

function schemeOf(href: string): string {
  return /^[a-z][a-z0-9+.-]{0,20}:/i.exec(href.trim())?.[0].toLowerCase() ?? 'relative';
}
