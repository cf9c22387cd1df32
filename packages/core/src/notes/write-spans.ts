import type { Mark, Span } from './note-content.ts';

type Element = Mark | { readonly href: string };

export interface SpanWriter {
  open(element: Element): string;
  close(element: Element): string;
  /** `\n` is a line break. */
  text(text: string): string;
}

/** Text with its elements in one order (link, then marks), each open as long as it lasts. */
export function writeSpans(spans: readonly Span[], writer: SpanWriter): string {
  let out = '';
  let open: readonly Element[] = [];
  const close = (kept: number): void => {
    for (const element of open.slice(kept).toReversed()) out += writer.close(element);
  };
  for (const { text, marks, href } of spans) {
    const wanted: readonly Element[] = [...(href === undefined ? [] : [{ href }]), ...marks];
    const differs = open.findIndex((element, index) => !isSame(element, wanted[index]));
    const kept = differs === -1 ? open.length : differs;
    close(kept);
    for (const element of wanted.slice(kept)) out += writer.open(element);
    out += writer.text(text);
    open = wanted;
  }
  close(0);
  return out;
}

function isSame(one: Element, other: Element | undefined): boolean {
  if (typeof one === 'string' || typeof other !== 'object') return one === other;
  return one.href === other.href;
}
