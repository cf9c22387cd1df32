import type { FieldValue } from '../field-value.ts';
import type { EnrichedField, Enrichment, KeptField } from './enrichment.ts';

export interface EnrichDecision {
  /** What will be written; empty when all is there. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly kept: readonly KeptField[];
}

/** Decides field by field against the record as it was read. A checkbox is never blank. */
export function decideEnrichment(enrichment: Enrichment, record: Readonly<Record<string, unknown>>): EnrichDecision {
  const values: Record<string, FieldValue> = {};
  const kept: KeptField[] = [];
  for (const [field, enriched] of Object.entries(enrichment)) {
    const decided = decideField(enriched, record[field]);
    if ('because' in decided) kept.push({ field, because: decided.because });
    else values[field] = decided.value;
  }
  return { values, kept };
}

function decideField(
  { value, how = 'fillBlank', separator = '\n' }: EnrichedField,
  current: unknown,
): { readonly value: FieldValue } | Pick<KeptField, 'because'> {
  if (isSame(value, current)) return { because: 'same' };
  if (isBlank(current) || how === 'overwrite') return { value };
  if (how === 'fillBlank') return { because: 'notBlank' };
  const text = String(current);
  // Salesforce keeps line breaks as \n or \r\n.
  const parts = text.replaceAll('\r\n', '\n').split(separator);
  const added = String(value).replaceAll('\r\n', '\n');
  const isThere =
    parts.includes(added) || `${separator}${parts.join(separator)}${separator}`.includes(separator + added + separator);
  return isThere ? { because: 'alreadyAppended' } : { value: `${text}${separator}${String(value)}` };
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Salesforce keeps an empty text as null, and trims others. */
function isSame(given: FieldValue, current: unknown): boolean {
  if (isBlank(given) || isBlank(current)) return isBlank(given) && isBlank(current);
  return typeof given === 'string' && typeof current === 'string' ? given.trim() === current.trim() : given === current;
}
