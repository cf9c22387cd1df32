import type { ApiFault } from '../errors/api-fault.ts';
import { refusedValueInText } from '../errors/read-fault-text.ts';
import type { PlannedStep } from '../plan/write-plan.ts';

/**
 * Salesforce refuses a value of the wrong kind by repeating it, without a word of its field: the one field that was sent
 * with it is the one.
 */
export function withRefusedField(fault: ApiFault, { body = {} }: PlannedStep): ApiFault {
  const value = refusedValueInText(fault);
  if (value === undefined || fault.fields.length > 0) return fault;
  const sent = Object.keys(body).filter((field) => String(body[field]) === value);
  return sent.length === 1 ? { ...fault, fields: sent } : fault;
}
