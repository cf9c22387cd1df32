import { z } from 'zod';
import { parseXml, withoutEffect, xmlBoolean } from './parse-xml.ts';
import type { MetadataComponent } from './metadata-component.ts';

const valueSchema = z.strictObject({ fullName: z.string(), default: xmlBoolean.optional() });

const recordTypeSchema = z.strictObject({
  fullName: z.string(),
  active: xmlBoolean,
  label: z.string(),
  description: z.string().optional(),
  businessProcess: z.string().optional(),
  compactLayoutAssignment: withoutEffect,
  picklistValues: z.array(z.strictObject({ picklist: z.string(), values: z.array(valueSchema) })).optional(),
});

export type RecordTypeXml = z.output<typeof recordTypeSchema>;

/** Source: Metadata API guide, RecordType. */
export function readRecordType(file: MetadataComponent): RecordTypeXml {
  return parseXml(file, 'RecordType', recordTypeSchema);
}
