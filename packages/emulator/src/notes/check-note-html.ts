import { libraries } from '../libraries.ts';
import {
  hasForbiddenCharacter,
  isEscapedText,
  keepsAttribute,
  NOTE_TAGS,
  STRIPPED_ELEMENTS,
  VOID_TAGS,
} from './note-markup.ts';

/** Source: Salesforce Knowledge article 000232870. */
const REJECTION =
  "Note can't be saved because it contains HTML tags or unescaped characters that are not allowed in a Note.";

export type NoteHtmlCheck =
  /** `html` is what is stored: without line breaks, scripts and unsafe attributes. */
  { readonly ok: true; readonly html: string } | { readonly ok: false; readonly message: string };

/**
 * Whether Salesforce takes this as the body of an enhanced note. Rejected: an empty body, control characters, entities
 * other than `&amp; &lt; &gt; &quot; &#39; &copy;` (also `&apos;`), bare `&`, `<` and `>`, malformed markup, and tags that
 * are not proven to be allowed. Stripped in silence: raw line breaks, comments, scripts, styles, attributes but those of
 * links. Source: Object Reference, ContentNote; Knowledge article 000232870; code that has saved such notes in production.
 */
export function checkNoteHtml(html: string): NoteHtmlCheck {
  const stored = hasForbiddenCharacter(html) ? undefined : clean(html.replace(/[\r\n]/g, ''));
  return stored === undefined || stored.trim() === '' ? { ok: false, message: REJECTION } : { ok: true, html: stored };
}

interface OpenTag {
  readonly name: string;
  readonly attributes: string[];
}

/** The markup as it is stored; undefined when it is not allowed. */
function clean(html: string): string | undefined {
  const open: string[] = [];
  let output = '';
  let isAllowed = true;
  let isRead = 0;
  let tag: OpenTag = { name: '', attributes: [] };
  let attribute = { name: '', value: '' };
  let stripping: string | undefined;

  const finishTag = (endIndex: number, closes: boolean): void => {
    isRead = endIndex + 1;
    const { name, attributes } = tag;
    if (STRIPPED_ELEMENTS.has(name)) {
      if (!closes) stripping = name;
      return;
    }
    if (!NOTE_TAGS.has(name)) isAllowed = false;
    if (VOID_TAGS.has(name) || !closes) output += `<${name}${attributes.join('')}>`;
    else output += `<${name}${attributes.join('')}></${name}>`;
    if (!VOID_TAGS.has(name) && !closes) open.push(name);
  };

  const { QuoteType, Tokenizer } = libraries.htmlparser2;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext(start, end) {
        isRead = end;
        if (stripping !== undefined) return;
        const text = html.slice(start, end);
        if (!isEscapedText(text)) isAllowed = false;
        output += text;
      },
      onopentagname(start, end) {
        tag = { name: html.slice(start, end).toLowerCase(), attributes: [] };
      },
      onattribname(start, end) {
        attribute = { name: html.slice(start, end).toLowerCase(), value: '' };
      },
      onattribdata(start, end) {
        attribute.value += html.slice(start, end);
      },
      onattribend(quote) {
        if (quote !== QuoteType.NoValue && !isEscapedText(attribute.value)) isAllowed = false;
        if (/[<"'=]/.test(attribute.name)) isAllowed = false;
        const { name, value } = attribute;
        if (keepsAttribute(tag.name, name, value)) tag.attributes.push(` ${name}="${value.replaceAll('"', '&quot;')}"`);
      },
      onopentagend: (endIndex) => finishTag(endIndex, false),
      onselfclosingtag: (endIndex) => finishTag(endIndex, true),
      onclosetag(start, end) {
        isRead = html.indexOf('>', end) + 1;
        const name = html.slice(start, end).toLowerCase();
        if (stripping !== undefined) {
          if (name === stripping) stripping = undefined;
        } else if (open.pop() === name) output += `</${name}>`;
        else isAllowed = false;
      },
      oncomment(start, end, endOffset) {
        if (html.slice(0, start).endsWith('<!--')) isRead = end + endOffset - 1;
        else isAllowed = false; // what HTML takes for a comment and nobody meant as one, such as <?xml?>
      },
      oncdata() {
        isAllowed = false;
      },
      ondeclaration() {
        isAllowed = false;
      },
      onprocessinginstruction() {
        isAllowed = false;
      },
      onattribentity() {
        throw new Error('Entities are read from the text itself.');
      },
      ontextentity() {
        throw new Error('Entities are read from the text itself.');
      },
      onend() {
        if (open.length > 0 || stripping !== undefined) isAllowed = false;
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return isAllowed && !endsWithinTag(html, isRead) ? output : undefined;
}

/** A tag that is begun and never ended is not told of at all. */
function endsWithinTag(html: string, isRead: number): boolean {
  return html.slice(isRead).includes('<');
}
