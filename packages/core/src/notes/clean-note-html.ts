import { Parser } from 'htmlparser2';
import { escapeCharacters, escapeNoteText } from './escape-note-text.ts';
import { NOTE_TAGS, noteProblem } from './note-problem.ts';

const ALLOWED: ReadonlySet<string> = new Set(NOTE_TAGS);
/** Other names of the same thing. */
const SYNONYMS: Readonly<Record<string, string>> = { strong: 'b', em: 'i', s: 'strike', del: 'strike', ins: 'u' };
/** White space beside these cannot be seen. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'br', 'ul', 'ol', 'li']);

/**
 * HTML as an enhanced note takes it. What a note cannot hold is refused, never left out: a stripped table would be a
 * lost table. An unclosed element is closed.
 */
export function cleanNoteHtml(html: string): string {
  let out = '';
  let text = '';
  let afterBlock = true;

  const flush = (beforeBlock: boolean): void => {
    if (text !== '') out += spaced(text, { afterBlock, beforeBlock });
    if (text !== '') afterBlock = false;
    text = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = SYNONYMS[name] ?? name;
        if (!ALLOWED.has(tag)) throw noteProblem({ what: `the element <${name}>`, tag: name });
        flush(BLOCKS.has(tag));
        out += openTag(tag, attributes);
        if (BLOCKS.has(tag)) afterBlock = true;
      },
      ontext(data) {
        text += data;
      },
      onclosetag(name) {
        const tag = SYNONYMS[name] ?? name;
        flush(BLOCKS.has(tag));
        if (tag !== 'br') out += `</${tag}>`;
        if (BLOCKS.has(tag)) afterBlock = true;
      },
      oncomment() {
        throw noteProblem({ what: 'a comment', tag: '!--' });
      },
      onprocessinginstruction(name) {
        throw noteProblem({ what: `the declaration <${name}>`, tag: name });
      },
    },
    { decodeEntities: true },
  );
  if (/<[a-z/!?][^>]*$/i.test(html)) throw noteProblem({ what: 'a tag that does not end' });
  parser.end(html);
  flush(true);
  return out === '' ? '<p></p>' : out;
}

/** White space around blocks is layout of the source; a line break within a text is one that its author sees. */
function spaced(text: string, { afterBlock, beforeBlock }: { afterBlock: boolean; beforeBlock: boolean }): string {
  let shown = text.replace(/[ \t]*(\r\n?|\n)[ \t]*/g, '\n');
  if (afterBlock) shown = shown.replace(/^[ \t\n\f\r]+/, '');
  if (beforeBlock) shown = shown.replace(/[ \t\n\f\r]+$/, '');
  return escapeNoteText(shown);
}

function openTag(tag: string, attributes: Readonly<Record<string, string>>): string {
  for (const name of Object.keys(attributes)) {
    if (tag !== 'a' || name !== 'href') {
      throw noteProblem({ what: `the attribute ${name} of <${tag}>`, tag, attribute: name });
    }
  }
  const { href } = attributes;
  if (href === undefined) return `<${tag}>`;
  // Browsers ignore white space and control characters in a scheme, so the check must not be misled by them.
  if (!/^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href.trim())) {
    throw noteProblem({ what: 'a link to anything but http, https or mailto', tag, attribute: 'href' });
  }
  return `<a href="${escapeCharacters(href.trim())}">`;
}
