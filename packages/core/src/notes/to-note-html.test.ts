import { describe, expect, it } from 'vitest';
import type { NoteBody } from './note-body.ts';
import { toNoteHtml, toWholeNoteHtml } from './to-note-html.ts';

describe('text', () => {
  it.each([
    ['is a paragraph', 'Hello', '<p>Hello</p>'],
    [
      'is escaped with five entities and no others',
      `Zoë's "A & B" <x> € © 🎉`,
      '<p>Zoë&#39;s &quot;A &amp; B&quot; &lt;x&gt; € © 🎉</p>',
    ],
    ['keeps its lines, however they end', 'a\r\nb\rc\nd\u2028e', '<p>a<br>b<br>c<br>d<br>e</p>'],
    ['loses what cannot be seen', 'a\u0000b\u0007c\td\uFFFE', '<p>abc d</p>'],
    ['marks what is no character', 'a\uD800b', '<p>a\u25A1b</p>'],
    [
      'keeps its indentation and columns',
      ' \n  a\n\tb  c',
      '<p>\u00A0\u00A0a<br>\u00A0\u00A0\u00A0\u00A0b\u00A0\u00A0c</p>',
    ],
    ['is never an empty note', ' \n ', '<p></p>'],
  ])('%s', (_name, text, html) => {
    expect(toWholeNoteHtml({ text }).html).toBe(html);
  });
});

describe('HTML', () => {
  it.each([
    [
      'keeps what a note can show',
      '<p>a <b>b</b> <i>i</i> <u>u</u> <strike>s</strike></p><ol><li>x</li></ol>',
      '<p>a <b>b</b> <i>i</i> <u>u</u> <strike>s</strike></p><ol><li>x</li></ol>',
    ],
    [
      'uses the names that a note knows',
      '<strong>b</strong> <em>i</em> <del>s</del> <ins>u</ins>',
      '<p><b>b</b> <i>i</i> <strike>s</strike> <u>u</u></p>',
    ],
    ['has no entities but five', '&eacute;&apos;&#8364;&lt;&amp;', '<p>é&#39;€&lt;&amp;</p>'],
    ['closes what was left open', '<p><b>x', '<p><b>x</b></p>'],
    ['keeps links', '<a href="https://a.b/?c=1&amp;d=2">x</a>', '<p><a href="https://a.b/?c=1&amp;d=2">x</a></p>'],
    ['keeps line breaks of a text', '<p>a\nb</p>', '<p>a<br>b</p>'],
    ['ignores the layout of the source', '<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n', '<ul><li>a</li><li>b</li></ul>'],
    ['keeps the space between words', '<b>a</b> <i>b</i>', '<p><b>a</b> <i>b</i></p>'],
    ['is never an empty note', '', '<p></p>'],
  ])('%s', (_name, html, result) => {
    expect(toWholeNoteHtml({ html }).html).toBe(result);
  });

  it.each([
    ['a script', '<script>alert(1)</script>', 'script', undefined],
    ['a style', '<style>p{}</style>', 'style', undefined],
    ['a table', '<table><tr><td>x</td></tr></table>', 'table', undefined],
    ['a picture', '<img src="https://a.b/c.png">', 'img', undefined],
    ['a drawing', '<svg/onload=alert(1)>', 'svg', undefined],
    ['a block', '<div>x</div>', 'div', undefined],
    ['a handler', '<p onclick="x()">y</p>', 'p', 'onclick'],
    ['a style attribute', '<p style="color:red">y</p>', 'p', 'style'],
    ['a script in a link', '<a href="javascript:alert(1)">x</a>', 'a', 'href'],
    ['a script in a link, in disguise', '<a href=" jAva&#10;script:alert(1)">x</a>', 'a', 'href'],
    ['data in a link', '<a href="data:text/html,x">x</a>', 'a', 'href'],
    ['a link to nowhere in particular', '<a href="/rel">x</a>', 'a', 'href'],
    ['another attribute of a link', '<a href="https://a.b" target="_blank">x</a>', 'a', 'target'],
    ['a comment', 'x<!-- y -->', '!--', undefined],
    ['a declaration', '<!doctype html><p>x</p>', '!doctype', undefined],
    ['an unfinished tag', 'x <b', undefined, undefined],
  ])('refuses %s and names it', (_name, html, tag, attribute) => {
    expect(() => toWholeNoteHtml({ html })).toThrow(
      expect.objectContaining({
        code: 'NOTE_HTML_NOT_ALLOWED',
        object: 'ContentNote',
        fields: ['Content'],
        tag,
        attribute,
        outcome: 'notApplied',
      }),
    );
  });
});

describe('what a note cannot hold', () => {
  it.each([
    ['a table as its rows', '<table><tr><th>A<th>B<tr><td>1<td>2</table>', '<p>A | B</p><p>1 | 2</p>'],
    ['a heading as a bold line', '<h2>A <i>b</i></h2>c', '<p><b>A <i>b</i></b></p><p>c</p>'],
    ['a picture as its text', '<p>x <img src="y" alt="the logo"></p>', '<p>x the logo</p>'],
    ['a block as a paragraph', 'a<div>b</div>c', '<p>a</p><p>b</p><p>c</p>'],
    ['laid out text with its lines', '<pre>a\n  b</pre>', '<p>a<br>\u00A0\u00A0b</p>'],
    ['a numbered list that goes on', '<ol start="3"><li>a<li>b</ol>', '<p>3. a</p><p>4. b</p>'],
    ['an item without a list', '<li>a', '<ul><li>a</li></ul>'],
    ['an unfinished tag as text', 'x <b', '<p>x &lt;b</p>'],
    ['a linked text without its address', '<a href="javascript:x()">y</a>', '<p>y</p>'],
  ])('is shown as far as it can be: %s', (_name, html, result) => {
    expect(toNoteHtml({ html }).html).toBe(result);
  });

  it('is said: what, how often, where, and whether its text is lost', () => {
    const { html, removed } = toNoteHtml({
      html: '<p onclick="x()">a\u0007</p><p>b<font>c</font></p><font>d</font><script>e</script><a href="ftp://f">g</a>',
    });

    expect(html).toBe('<p>a</p><p>bc</p><p>dg</p>');
    expect(removed).toEqual([
      { kind: 'attribute', name: 'onclick', tag: 'p', textLost: false, count: 1, blocks: [0] },
      { kind: 'character', name: 'U+0007', textLost: false, count: 1, blocks: [0] },
      { kind: 'tag', name: 'font', textLost: false, count: 2, blocks: [1, 2] },
      { kind: 'tag', name: 'script', textLost: true, count: 1, blocks: [2] },
      { kind: 'link', name: 'ftp:', tag: 'a', textLost: false, count: 1, blocks: [2] },
    ]);
  });

  it('stays as text where it is nested without end', () => {
    const { html, removed } = toNoteHtml({ markdown: `${'> '.repeat(5_000)}a` });

    expect(html.endsWith('a</p>')).toBe(true);
    expect(removed).toMatchObject([{ kind: 'markup', name: 'nesting' }]);
  });
});

describe('Markdown', () => {
  it.each([
    ['paragraphs and emphasis', 'a **b** _c_ ~~d~~\n\ne', '<p>a <b>b</b> <i>c</i> <strike>d</strike></p><p>e</p>'],
    ['lines', 'a\nb  \nc', '<p>a<br>b<br>c</p>'],
    ['headings as bold lines', '# A & B\n\nc', '<p><b>A &amp; B</b></p><p>c</p>'],
    ['lists', '- a\n- b\n  1. c\n  2. d', '<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ul>'],
    ['check lists', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
    [
      'links',
      '[x](https://a.b/?c=1&d=2) <mailto:a@b.de>',
      '<p><a href="https://a.b/?c=1&amp;d=2">x</a> <a href="mailto:a@b.de">mailto:a@b.de</a></p>',
    ],
    ['quotes as paragraphs', '> a', '<p>a</p>'],
    ['code as text', '`a<b` and\n\n```\nc "d"\n```', '<p>a&lt;b and</p><p>c &quot;d&quot;</p>'],
    ['the indentation of code', '```\nif (a) {\n  b();\n}\n```', '<p>if (a) {<br>\u00A0\u00A0b();<br>}</p>'],
    ['a list that goes on', '3. a\n   - b\n4. c\n\n   d', '<p>3. a</p><ul><li>b</li></ul><p>4. c</p><p>d</p>'],
    ['the title of a link', '[x](https://a.b "y & z")', '<p><a href="https://a.b">x</a> (y &amp; z)</p>'],
    ['rules as dashes', 'a\n\n---\n\nb', '<p>a</p><p>———</p><p>b</p>'],
    ['characters', `it's 5 < 6 & "q" &copy;`, '<p>it&#39;s 5 &lt; 6 &amp; &quot;q&quot; ©</p>'],
    ['HTML that a note can show', 'a <u>b</u>', '<p>a <u>b</u></p>'],
    ['nothing', '', '<p></p>'],
  ])('shows %s', (_name, markdown, html) => {
    expect(toWholeNoteHtml({ markdown }).html).toBe(html);
  });

  it.each<[string, NoteBody, string | undefined]>([
    ['a table', { markdown: '| a | b |\n|---|---|\n| 1 | 2 |' }, 'table'],
    ['a picture', { markdown: '![a](https://a.b/c.png)' }, 'img'],
    ['a script', { markdown: 'a <script>b</script>' }, 'script'],
    ['a script in a link', { markdown: '[a](javascript:b)' }, 'a'],
    ['a text that is nested without end', { markdown: '> '.repeat(5_000) }, undefined],
  ])('refuses %s and names it', (_name, body, tag) => {
    expect(() => toWholeNoteHtml(body)).toThrow(
      expect.objectContaining({ code: 'NOTE_HTML_NOT_ALLOWED', tag, message: expect.not.stringContaining('marked') }),
    );
  });
});
