import { Marked, type Tokens } from 'marked';
import { escapeCharacters, escapeNoteText } from './escape-note-text.ts';

/**
 * Markdown as far as a note can show it: headings become bold lines, code plain text, quotes plain paragraphs, a rule a
 * line of dashes. Tables and pictures are refused. HTML in it passes through and is judged with the rest.
 */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    heading({ tokens }: Tokens.Heading) {
      return `<p><b>${this.parser.parseInline(tokens)}</b></p>`;
    },
    hr() {
      return '<p>———</p>';
    },
    blockquote({ tokens }: Tokens.Blockquote) {
      return this.parser.parse(tokens);
    },
    code({ text }: Tokens.Code) {
      return `<p>${escapeNoteText(text)}</p>`;
    },
    codespan({ text }: Tokens.Codespan) {
      return escapeCharacters(text);
    },
    strong({ tokens }: Tokens.Strong) {
      return `<b>${this.parser.parseInline(tokens)}</b>`;
    },
    em({ tokens }: Tokens.Em) {
      return `<i>${this.parser.parseInline(tokens)}</i>`;
    },
    del({ tokens }: Tokens.Del) {
      return `<strike>${this.parser.parseInline(tokens)}</strike>`;
    },
    list({ ordered, items }: Tokens.List) {
      const tag = ordered ? 'ol' : 'ul';
      return `<${tag}>${items.map((item) => this.listitem(item)).join('')}</${tag}>`;
    },
    checkbox({ checked }: Tokens.Checkbox) {
      return checked ? '☑ ' : '☐ ';
    },
    link({ href, tokens }: Tokens.Link) {
      return `<a href="${escapeCharacters(href)}">${this.parser.parseInline(tokens)}</a>`;
    },
    // A note holds neither; left as they are they are refused by name with the rest.
    table() {
      return '<table>';
    },
    image() {
      return '<img>';
    },
  },
});
