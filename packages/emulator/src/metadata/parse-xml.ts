import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { MetadataError } from './metadata-error.ts';
import type { SourceFile } from './read-source.ts';

const LISTS = new Set([
  'applicationVisibilities',
  'classAccesses',
  'customPermissions',
  'fieldPermissions',
  'objectPermissions',
  'picklistValues',
  'recordTypeVisibilities',
  'standardValue',
  'tabSettings',
  'userPermissions',
  'value',
  'values',
]);

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  isArray: (name) => LISTS.has(name),
});

/**
 * The content of a metadata file, checked.
 *
 * @param root name of its outermost element
 * @throws MetadataError for an element that the schema does not have: nothing is silently ignored
 */
export function parseXml<Schema extends z.ZodType>(file: SourceFile, root: string, schema: Schema): z.output<Schema> {
  const text = readFileSync(file.path, 'utf8');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new MetadataError({ file: file.file, problem: `it is no valid XML: ${valid.err.msg}` });
  const document = parser.parse(text) as Record<string, unknown>;
  const content = document[root];
  if (content === undefined) throw new MetadataError({ file: file.file, problem: `it has no <${root}>` });
  const parsed = schema.safeParse(content === '' ? {} : content);
  if (!parsed.success) {
    throw new MetadataError({ file: file.file, problem: z.prettifyError(parsed.error).replace(/\s+/g, ' ') });
  }
  return parsed.data;
}

/** `true` or `false` as XML has them. */
export const xmlBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

export const xmlNumber = z
  .string()
  .regex(/^\d+$/)
  .transform((text) => Number(text));

/** An element that is allowed and has no effect on data. */
export const withoutEffect = z.unknown().optional();
