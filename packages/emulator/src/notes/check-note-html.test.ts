import { describe, expect, it } from 'vitest';
import { checkNoteHtml } from './check-note-html.ts';

const MESSAGE =
  "Note can't be saved because it contains HTML tags or unescaped characters that are not allowed in a Note.";

describe('checkNoteHtml', () => {
  it.each([
    ['the allowed tags', '<p><b>a</b><i>b</i><u>c</u><strike>d</strike></p><ul><li>1</li></ul><ol><li>2</li></ol>'],
    ['a link', '<p><a href="https://example.com/?a=1&amp;b=2">x</a></p>'],
    ['the proven entities', '<p>&amp; &lt; &gt; &quot; &#39; &copy;</p>'],
    ['raw Unicode, quotes and apostrophes', `<p>é € 🎉 ® ™ "it's"</p>`],
    ['an empty paragraph', '<p></p>'],
    ['line breaks as tags', 'one<br>two'],
    ['a tab', '<p>a\tb</p>'],
    ['text without tags', 'Call back on Monday'],
  ])('keeps %s as it is', (_, html) => {
    expect(checkNoteHtml(html)).toEqual({ ok: true, html });
  });

  it.each([
    ['raw line breaks', '<p>a\r\nb</p>\n<p>c</p>', '<p>ab</p><p>c</p>'],
    ['scripts with their text', '<p>a</p><script>alert("<p>")</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['style sheets', '<style>p > b { color: red }</style><p>a</p>', '<p>a</p>'],
    ['style and event attributes', '<p style="color:red" onclick=\'x()\' class=big>a</p>', '<p>a</p>'],
    ['links that run code', '<a href="javascript:x()">a</a>', '<a>a</a>'],
    ['comments', '<p>a<!-- b --></p>', '<p>a</p>'],
  ])('strips %s', (_, html, stored) => {
    expect(checkNoteHtml(html)).toEqual({ ok: true, html: stored });
  });

  it('writes tags in lower case and self-closed ones as HTML does', () => {
    expect(checkNoteHtml('<P>a<BR/>b</P><p/>')).toEqual({ ok: true, html: '<p>a<br>b</p><p></p>' });
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['nothing once scripts are gone', '<script>x</script>'],
    ['&apos;', '<p>it&apos;s</p>'],
    ['named entities for Unicode', '<p>caf&eacute;</p>'],
    ['non-breaking spaces', '<p>&nbsp;</p>'],
    ['numeric entities', '<p>&#233;</p>'],
    ['hexadecimal entities', '<p>&#x27;</p>'],
    ['a bare ampersand', '<p>R&D</p>'],
    ['a bare less-than', '<p>1 < 2</p>'],
    ['a bare greater-than', '<p>2 > 1</p>'],
    ['a bad entity in a link', '<a href="https://example.com/?a=1&b=2">x</a>'],
    ['control characters', '<p>\u0007</p>'],
    ['a vertical tab', '<p>\u000b</p>'],
    ['lone surrogates', '<p>\ud83d</p>'],
    ['bytes that were not UTF-8', '<p>\ufffd</p>'],
    ['an end tag too few', '<p>a'],
    ['an end tag too many', '<p>a</p></p>'],
    ['crossed tags', '<p><b>a</p></b>'],
    ['a tag that never ends', '<p>a</p><b'],
    ['a tag that ends within a value', '<p>a</p><a href="x'],
    ['a script that never ends', '<p>a</p><script>x'],
    ['tags that are not allowed', '<table><tr><td>a</td></tr></table>'],
    ['headings', '<h1>a</h1>'],
    ['images', '<img src="x">'],
    ['a doctype', '<!DOCTYPE html><p>a</p>'],
    ['CDATA', '<![CDATA[a]]>'],
    ['processing instructions', '<?xml version="1.0"?><p>a</p>'],
  ])('rejects %s', (_, html) => {
    expect(checkNoteHtml(html)).toEqual({ ok: false, message: MESSAGE });
  });
});
