import { z } from 'zod';
import { parseXml, withoutEffect, xmlBoolean } from './parse-xml.ts';
import type { MetadataComponent } from './metadata-component.ts';

const businessProcessSchema = z.strictObject({
  fullName: z.string(),
  isActive: xmlBoolean,
  description: z.string().optional(),
  values: z.array(
    z.strictObject({
      fullName: z.string(),
      default: xmlBoolean.optional(),
      closed: withoutEffect,
      won: withoutEffect,
      probability: withoutEffect,
      forecastCategory: withoutEffect,
    }),
  ),
});

export type BusinessProcessXml = z.output<typeof businessProcessSchema>;

/** A sales process. Source: Metadata API guide, BusinessProcess. */
export function readBusinessProcess(file: MetadataComponent): BusinessProcessXml {
  return parseXml(file, 'BusinessProcess', businessProcessSchema);
}
