import { Marked, type Tokens } from 'marked';
import { escapeCharacters, escapeLaidOutText } from './escape-note-text.ts';

/**
 * Markdown as far as a note can show it: headings become bold lines, code plain text, quotes plain paragraphs, a rule a
 * line of dashes, a list that does not begin with 1 numbered lines, the title of a link a remark after it. Tables and pictures are refused. HTML in it passes through and is judged with the rest.
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
      return `<p>${escapeLaidOutText(text)}</p>`;
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
    list({ ordered, start, items }: Tokens.List) {
      if (ordered && start !== 1) {
        return items.map((item, index) => numbered(Number(start) + index, this.listitem(item))).join('');
      }
      const tag = ordered ? 'ol' : 'ul';
      return `<${tag}>${items.map((item) => this.listitem(item)).join('')}</${tag}>`;
    },
    checkbox({ checked }: Tokens.Checkbox) {
      return checked ? '☑ ' : '☐ ';
    },
    link({ href, title, tokens }: Tokens.Link) {
      const link = `<a href="${escapeCharacters(href)}">${this.parser.parseInline(tokens)}</a>`;
      return title ? `${link} (${escapeCharacters(title)})` : link;
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

/** A note's lists begin with 1, so an item with another number is a line of its own, with what it holds below it. */
function numbered(number: number, listItem: string): string {
  const inner = listItem.replace(/^<li>/, '').replace(/<\/li>\s*$/, '');
  const [, line = '', rest = ''] =
    /^(?:<p>([\s\S]*?)<\/p>|([\s\S]*?(?=<(?:p|ul|ol)>|$)))([\s\S]*)$/
      .exec(inner)
      ?.filter((part) => part !== undefined) ?? [];
  return `<p>${number}. ${line}</p>${rest}`;
}
