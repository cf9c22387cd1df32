/** Formats that a note's text can have, outermost first as they are written. */
export const MARKS = ['b', 'i', 'u', 'strike'] as const;
export type Mark = (typeof MARKS)[number];

/** Text of one look; `\n` is a line break. */
export interface Span {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The address, where it is a link. */
  readonly href: string | undefined;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Block[])[];
}

/** What a note is made of, whatever form it came in. */
export type Block = Paragraph | List;
