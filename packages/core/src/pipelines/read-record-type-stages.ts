import { z } from 'zod';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { MappedStage } from './record-type-mapping.ts';

/** UI API HTML-encodes every text of an answer. */
const textSchema = z.string().transform(decode);

const answerSchema = z
  .looseObject({
    defaultValue: z.looseObject({ value: textSchema }).nullish(),
    values: z.array(z.looseObject({ label: textSchema, value: textSchema })),
  })
  .transform(({ values, defaultValue }) =>
    values.map(({ value, label }): MappedStage => ({ value, label, isDefault: value === defaultValue?.value })),
  );

/** The stages of one record type, as one API call of its own. Source: UI API guide, Picklist Values; recorded answers. */
export async function readRecordTypeStages(
  transport: OrgTransport,
  recordTypeId: string,
  { signal }: RequestOptions = {},
): Promise<{ readonly stages: readonly MappedStage[]; readonly apiCalls: number }> {
  const meter = createCallMeter();
  const stages = await transport.send({
    method: 'GET',
    path: `/ui-api/object-info/Opportunity/picklist-values/${recordTypeId}/StageName`,
    answer: answerSchema,
    attempt: { verb: 'describe', object: 'Opportunity' },
    meter,
    signal,
  });
  return { stages, apiCalls: meter.calls };
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? entity);
}
