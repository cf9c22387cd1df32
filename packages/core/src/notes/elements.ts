import type { Mark } from './note-content.ts';

/** Names of the same look. */
export const MARK_OF: ReadonlyMap<string, Mark> = new Map([
  ['b', 'b'],
  ['strong', 'b'],
  ['i', 'i'],
  ['em', 'i'],
  ['u', 'u'],
  ['ins', 'u'],
  ['strike', 'strike'],
  ['s', 'strike'],
  ['del', 'strike'],
]);

/** Elements whose content is no text of the document, or stands in for what cannot be shown. */
export const DROPPED: ReadonlySet<string> = new Set(
  'script style template title iframe noframes object svg math audio video canvas select datalist textarea'.split(' '),
);

/** Elements that begin and end a line. */
export const LINES: ReadonlySet<string> = new Set(
  'html body head div section article header footer main aside nav address figure figcaption form fieldset legend details summary center blockquote pre dl dt dd table caption thead tbody tfoot tr h1 h2 h3 h4 h5 h6 hr'.split(
    ' ',
  ),
);

export const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
