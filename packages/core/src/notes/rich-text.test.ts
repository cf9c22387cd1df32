import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from './to-markdown.ts';
import { toNoteHtml } from './to-note-html.ts';
import { toPlainText } from './to-plain-text.ts';

const anyText = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 1 }) },
    fc.constantFrom('\uD800', '\uDC00', '\u0000', '\n', ' ', '\t', '&', '<', '>', '"', "'", '\uFFFE'),
  ),
});

/** Markup as people and programs write it, well-formed or not. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'<p> </p> <br> <b> </b> <i> </i> <u> </u> <strike> </strike> <ul> </ul> <ol> </ol> <li> </li> <h1> </h1> <table> <tr> <td> </td> </tr> </table> <div> </div> <pre> </pre> <script> </script> <!-- --> </a> </ <b <p/> <svg> </svg> <hr> <blockquote>'.split(
          ' ',
        ),
        '<a href="https://a.b/?c=1&d=2">',
        '<a href="javascript:x">',
        '<p style="color:red" onclick=x()>',
        '<ol start="3">',
        '<img alt="a picture">',
        ' ',
        '\n',
        '&nbsp;',
        '&amp;',
        '&apos;',
        '&#7;',
        'a',
        'word.',
      ),
      anyText,
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '# ',
        '- ',
        '1. ',
        '3) ',
        '> ',
        '**',
        '_',
        '~~',
        '`',
        '```\n',
        '[a](',
        'https://a.b)',
        '![x](y)',
        '<u>',
        '</u>',
        '| a | b |\n|---|---|\n',
        '---',
        '    ',
        'a',
        '\\',
        '- [x] ',
      ),
      anyText,
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const body = fc.oneof(
  markup.map((html) => ({ html })),
  markdown.map((text) => ({ markdown: text })),
  anyText.map((text) => ({ text })),
);

/** Everything that a note may be: the facts, said without the code that is tested. */
const TEXT = /(?:[^<>&"'\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|&(?:amp|lt|gt|quot|#39);)*/u;
const LEGAL = new RegExp(
  `^(?:${TEXT.source}|</?(?:p|b|i|u|strike|ul|ol|li)>|<br>|<a href="(?:https?://|mailto:)${TEXT.source}">|</a>)+$`,
  'u',
);

describe('every input', () => {
  it('becomes a note that Salesforce takes, in a form that does not change any more', () => {
    fc.assert(
      fc.property(body, (input) => {
        const { html } = toNoteHtml(input);

        expect(html).toMatch(LEGAL);
        expect(toNoteHtml({ html })).toEqual({ html, removed: [] });
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads the same after it was Markdown', () => {
    fc.assert(
      fc.property(body, (input) => {
        const { html } = toNoteHtml(input);

        expect(toNoteHtml({ markdown: toMarkdown(html) })).toEqual({ html, removed: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps its text', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N}\p{So}&<>"'*_[\]#.!-]{1,8}$/u);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (list) => {
        const text = list.join('\n');

        expect(toPlainText(toNoteHtml({ text }).html)).toBe(text.replaceAll('\uFFFD', '\u25A1'));
      }),
      { numRuns: 2_000 },
    );
  });
});
