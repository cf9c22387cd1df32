import type { Mark, Span } from './note-content.ts';

/** A piece of text as it was met; `isBreak` is a `<br>`, which stays also at the edges of a paragraph. */
export interface Piece extends Span {
  readonly isBreak: boolean;
}

interface Token extends Span {
  readonly kind: 'words' | 'space' | 'lineBreak' | 'br';
}

/**
 * The one form of a paragraph's text: white space as HTML shows it, and on it only what its neighbours have in common;
 * neighbours of one look joined. A line break of the source is kept within the text, since its author sees it there, and
 * dropped at the edges, where it is layout. Empty when there is nothing to see.
 */
export function tidySpans(pieces: readonly Piece[]): readonly Span[] {
  const shown: Token[] = [];
  const last = (): Token['kind'] | undefined => shown.at(-1)?.kind;
  const dropLast = (...kinds: readonly Token['kind'][]): void => {
    while (kinds.includes(last() ?? 'br')) shown.pop();
  };
  for (const token of pieces.flatMap(tokensOf)) {
    if (token.kind === 'space' && last() !== 'words') continue;
    if (token.kind === 'lineBreak') dropLast('space');
    if (token.kind === 'lineBreak' && (last() ?? 'br') === 'br') continue;
    if (token.kind === 'br') dropLast('space', 'lineBreak');
    shown.push(token);
  }
  dropLast('space', 'lineBreak');
  return join(withSharedLooks(shown));
}

function tokensOf({ text, marks, href, isBreak }: Piece): Token[] {
  if (isBreak) return [{ kind: 'br', text: '\n', marks, href }];
  return (text.match(/[ \n]+|[^ \n]+(?: [^ \n]+)*/g) ?? []).map((part) => {
    if (!/^[ \n]/.test(part)) return { kind: 'words', text: part, marks, href };
    const breaks = part.replaceAll(' ', '');
    return { kind: breaks === '' ? 'space' : 'lineBreak', text: breaks || ' ', marks, href };
  });
}

/** White space looks like what is on both sides of it. */
function withSharedLooks(tokens: readonly Token[]): readonly Span[] {
  const nextWords: (Token | undefined)[] = [];
  for (let index = tokens.length - 1, next: Token | undefined; index >= 0; index -= 1) {
    nextWords[index] = next;
    if (tokens[index]?.kind === 'words') next = tokens[index];
  }
  let before: Token | undefined;
  return tokens.map((token, index): Span => {
    if (token.kind === 'words') return (before = token);
    const after = nextWords[index];
    const marks: readonly Mark[] = (before?.marks ?? []).filter((mark) => after?.marks.includes(mark));
    return { text: token.text, marks, href: before?.href === after?.href ? before?.href : undefined };
  });
}

function join(spans: readonly Span[]): readonly Span[] {
  const joined: { text: string[]; marks: readonly Mark[]; href: string | undefined }[] = [];
  for (const { text, marks, href } of spans) {
    const previous = joined.at(-1);
    if (previous !== undefined && previous.href === href && previous.marks.join() === marks.join()) {
      previous.text.push(text);
    } else joined.push({ text: [text], marks, href });
  }
  return joined.map(({ text, marks, href }) => ({ text: text.join(''), marks, href }));
}
