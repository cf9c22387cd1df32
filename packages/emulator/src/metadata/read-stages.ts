import { z } from 'zod';
import { parseXml, withoutEffect, xmlBoolean, xmlNumber } from './parse-xml.ts';
import type { MetadataComponent } from './metadata-component.ts';

const stagesSchema = z.strictObject({
  sorted: withoutEffect,
  groupingStringEnum: withoutEffect,
  standardValue: z.array(
    z.strictObject({
      fullName: z.string(),
      label: z.string().optional(),
      default: xmlBoolean.optional(),
      isActive: xmlBoolean.optional(),
      closed: xmlBoolean,
      won: xmlBoolean,
      probability: xmlNumber,
      forecastCategory: z.enum(['Omitted', 'Pipeline', 'BestCase', 'Forecast', 'Closed']),
      description: z.string().optional(),
    }),
  ),
});

export type StageXml = z.output<typeof stagesSchema>['standardValue'][number];

/** The org's sales stages. Source: Metadata API guide, StandardValueSet. */
export function readStages(file: MetadataComponent): readonly StageXml[] {
  return parseXml(file, 'StandardValueSet', stagesSchema).standardValue;
}
