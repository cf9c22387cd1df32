import type { X2jOptions } from 'fast-xml-parser';
import { z } from 'zod';
import { libraries } from '../libraries.ts';
import { MetadataError } from './metadata-error.ts';
import type { MetadataComponent } from './metadata-component.ts';

const LISTS = new Set([
  'applicationVisibilities',
  'classAccesses',
  'controllingFieldValue',
  'customPermissions',
  'customValue',
  'fieldPermissions',
  'objectPermissions',
  'picklistValues',
  'recordTypeVisibilities',
  'standardValue',
  'tabSettings',
  'userPermissions',
  'value',
  'valueSettings',
  'values',
]);

const OPTIONS: X2jOptions = {
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  isArray: (name) => LISTS.has(name),
};

/**
 * The content of a component, checked.
 *
 * @param root name of its outermost element
 * @throws MetadataError for an element that the schema does not have: nothing is silently ignored
 */
export function parseXml<Schema extends z.ZodType>(
  component: MetadataComponent,
  root: string,
  schema: Schema,
): z.output<Schema> {
  const content = contentOf(component, root);
  const parsed = schema.safeParse(content === '' ? {} : content);
  if (!parsed.success) {
    throw new MetadataError({ file: component.file, problem: z.prettifyError(parsed.error).replace(/\s+/g, ' ') });
  }
  return parsed.data;
}

/** That it is XML with the element of its type, and no more. @throws MetadataError */
export function checkRoot(component: MetadataComponent): void {
  contentOf(component, component.type);
}

function contentOf({ file, xml }: MetadataComponent, root: string): unknown {
  const { XMLParser, XMLValidator } = libraries.fastXmlParser;
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new MetadataError({ file, problem: `it is no valid XML: ${valid.err.msg}` });
  const content = (new XMLParser(OPTIONS).parse(xml) as Record<string, unknown>)[root];
  if (content === undefined) throw new MetadataError({ file, problem: `it has no <${root}>` });
  return content;
}

/** `true` or `false` as XML has them. */
export const xmlBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

export const xmlNumber = z
  .string()
  .regex(/^\d+$/)
  .transform((text) => Number(text));

/** An element that is allowed and has no effect on data. */
export const withoutEffect = z.unknown().optional();
