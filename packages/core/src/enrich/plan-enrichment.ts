import { RecordInvalidError } from '../errors/api-errors.ts';
import { isReference } from '../field-value.ts';
import { checkFieldName, checkObjectName, checkRecordId } from '../plan/check-names.ts';
import { checkStandardValue } from '../plan/check-standard-value.ts';
import { createProblemList } from '../plan/problem-list.ts';
import type { Enrichment } from './enrichment.ts';

/** An enrichment that was checked: what will be read, and how each field is decided. Plain data. */
export interface EnrichPlan {
  readonly object: string;
  /** 18 characters. */
  readonly id: string;
  readonly enrichment: Enrichment;
  /** Read first, in one API call; the write that follows is another one, guarded by the time of the last change. */
  readonly reads: readonly string[];
  /** When nobody else is writing; 1 less when there is nothing to write. */
  readonly apiCalls: 2;
}

/** Checks an enrichment, all problems at once, and says what it will read. Makes no request. */
export function planEnrichment(object: string, id: string, enrichment: Enrichment): EnrichPlan {
  const problems = createProblemList();
  problems.attempt(() => checkObjectName(object, 'object'), undefined);
  const recordId = problems.attempt(() => checkRecordId(id, 'id'), '');
  for (const [field, { value, how }] of Object.entries(enrichment)) {
    const path = `fields.${field}`;
    problems.attempt(() => {
      checkFieldName(field, path);
      if (isReference(value)) return;
      checkStandardValue(value, { object, field, path });
      if (how === 'append' && (typeof value !== 'string' || value === '')) throw notAppended(object, field, path);
    }, undefined);
  }
  problems.throwIfAny();
  return { object, id: recordId, enrichment, reads: ['LastModifiedDate', ...Object.keys(enrichment)], apiCalls: 2 };
}

/** What an enrichment will do, in words and without values. */
export function explainEnrichment({ object, id, enrichment, reads }: EnrichPlan): string {
  const words = { fillBlank: 'where it is blank', overwrite: 'in any case', append: 'at the end of what is there' };
  return [
    `Read ${reads.join(', ')} of ${object} ${id} (1 API call).`,
    `Update what has to be, unless the record has been changed since (1 API call):`,
    ...Object.entries(enrichment).map(([field, { how = 'fillBlank' }]) => `   ${field}: ${words[how]}`),
    'Changed since: read and decide again.',
  ].join('\n');
}

function notAppended(object: string, field: string, path: string): RecordInvalidError {
  const remedy = 'Append a text, or overwrite the value.';
  return new RecordInvalidError({
    message: `Cannot write ${path}: only a text can be appended. Nothing was sent. ${remedy}`,
    remedy,
    fixedBy: 'caller',
    outcome: 'notApplied',
    object,
    fields: [field],
    path,
  });
}
