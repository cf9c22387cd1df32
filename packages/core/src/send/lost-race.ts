import { fieldInText } from '../errors/read-fault-text.ts';
import type { WritePlan } from '../plan/write-plan.ts';
import type { Culprit } from './culprit.ts';
import { partOf } from './describe-step.ts';

/**
 * A record that was not there to be matched was created by somebody else before this request could: its unique field
 * refuses a second one. Nothing was written, and the next request will find it. Salesforce's own upsert can lose likewise.
 */
export function isLostRace({ step, faults }: Culprit, plan: WritePlan): boolean {
  const { record, part } = partOf(step, plan);
  if (part?.match === undefined || (record?.how !== 'create' && record?.how !== 'upsert')) return false;
  const matched = new Set(Object.keys(part.match).map((field) => field.toLowerCase()));
  return faults.some((fault) => {
    if (fault.errorCode !== 'DUPLICATE_VALUE') return false;
    const named = [...fault.fields, fieldInText(fault)].filter((field) => field !== undefined);
    return named.some((field) => matched.has(field.toLowerCase()));
  });
}
