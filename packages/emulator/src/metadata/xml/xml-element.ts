import type { X2jOptions } from 'fast-xml-parser';
import { libraries } from '../../libraries.ts';

/** An element of a document, in its order; its text is kept as it was written, entities and all. */
export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Empty where it has text. */
  readonly children: readonly XmlElement[];
  /** As written, e.g. `R&amp;D`; empty where it has children. */
  readonly text: string;
}

/** The document is no well-formed XML. */
export class XmlSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor({ message, line, column }: { readonly message: string; readonly line: number; readonly column: number }) {
    super(message);
    this.name = 'XmlSyntaxError';
    this.line = line;
    this.column = column;
  }
}

const TEXT = '#text';
const ATTRIBUTES = ':@';

const OPTIONS: X2jOptions = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
};

/** The root element of a document. @throws XmlSyntaxError */
export function parseXmlDocument(text: string): XmlElement {
  const { XMLParser, XMLValidator } = libraries.fastXmlParser;
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlSyntaxError({ message: valid.err.msg, line: valid.err.line, column: valid.err.col });
  const [root] = (new XMLParser(OPTIONS).parse(text) as RawNode[]).filter((node) => !(TEXT in node)).map(toElement);
  if (!root) throw new XmlSyntaxError({ message: 'it has no element', line: 1, column: 1 });
  return root;
}

type RawNode = Readonly<Record<string, unknown>>;

function toElement(node: RawNode): XmlElement {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';
  const content = node[name] as RawNode[];
  const children = content.filter((child) => !(TEXT in child)).map(toElement);
  const text = content.map((child) => (TEXT in child ? (child[TEXT] as string) : '')).join('');
  return {
    name,
    attributes: (node[ATTRIBUTES] ?? {}) as Record<string, string>,
    children,
    text: children.length > 0 ? '' : text,
  };
}

/** An element that is made here; its text is escaped. */
export function element(name: string, content: string | readonly XmlElement[]): XmlElement {
  const isText = typeof content === 'string';
  return { name, attributes: {}, children: isText ? [] : content, text: isText ? escapeXml(content) : '' };
}

/** The first child of this name. */
export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((child) => child.name === name);
}

/** The text of the first child of this name, trimmed, as it reads. */
export function textOf(parent: XmlElement, name: string): string | undefined {
  const child = childOf(parent, name);
  return child && unescapeXml(child.text).trim();
}

/** The texts of every child of this name. */
export function textsOf(parent: XmlElement, name: string): string[] {
  return parent.children.filter((child) => child.name === name).map((child) => unescapeXml(child.text).trim());
}

/** Four blanks for each level, as Salesforce prints its files. */
export function printXml(node: XmlElement, indent = ''): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  if (node.children.length === 0) {
    return node.text === ''
      ? `${indent}<${node.name}${attributes}/>`
      : `${indent}<${node.name}${attributes}>${node.text}</${node.name}>`;
  }
  const inner = node.children.map((child) => printXml(child, `${indent}    `)).join('\n');
  return `${indent}<${node.name}${attributes}>\n${inner}\n${indent}</${node.name}>`;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
    return NAMED[entity] ?? whole;
  });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
