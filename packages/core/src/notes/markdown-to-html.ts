import { Marked, type Tokens } from 'marked';
import { keepLayout } from './clean-text.ts';
import { escapeNoteText } from './escape-note-text.ts';

/**
 * Markdown as HTML for a note: headings become bold lines, code plain text, quotes plain paragraphs, a rule a line of
 * dashes, the title of a link a remark after it. HTML in it, tables and pictures pass through and are judged with the rest.
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
      return `<p>${escapeNoteText(keepLayout(text))}</p>`;
    },
    codespan({ text }: Tokens.Codespan) {
      return escapeNoteText(text);
    },
    checkbox({ checked }: Tokens.Checkbox) {
      return checked ? '☑ ' : '☐ ';
    },
    link({ href, title, tokens }: Tokens.Link) {
      const link = `<a href="${escapeNoteText(href)}">${this.parser.parseInline(tokens)}</a>`;
      return title ? `${link} (${escapeNoteText(title)})` : link;
    },
  },
});
