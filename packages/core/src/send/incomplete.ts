import type { SalesforceError } from '../errors/salesforce-error.ts';
import { WriteIncompleteError } from '../errors/write-errors.ts';
import type { PlannedPart, WritePlan } from '../plan/write-plan.ts';
import type { WrittenSoFar } from './write-result.ts';

/**
 * A refusal for good, after other parts were written. What may pass, and what is not known, stays what it is: sending the
 * write again goes on where it ended.
 */
export function incomplete(
  error: SalesforceError,
  { plan, part, written }: { plan: WritePlan; part: PlannedPart; written: WrittenSoFar },
): SalesforceError {
  const { code, retryable, outcome, errorCode, object, fields, recordId, path, httpStatus, requestId } = error;
  if (written.parts === 0 || retryable || outcome !== 'notApplied' || code === 'SALESFORCE_SESSION_EXPIRED')
    return error;
  const there = Object.entries({ ...written.required, ...(written.record && { record: written.record }) })
    .map(([ref, { id }]) => `${ref} ${id}`)
    .join(', ');
  const remedy = `${error.remedy} Where the fault is in the org, send the same write again; where it is in the write, correct it and write it under a new key, with what is there named by its id: ${there}.`;
  return new WriteIncompleteError({
    message: `Wrote ${written.parts} of ${part.of} parts of ${plan.ledgerKey}; part ${part.number} was refused as a whole. ${error.message.replace(error.remedy, '').trim()} ${remedy}`,
    remedy,
    fixedBy: error.fixedBy,
    outcome,
    errorCode,
    object,
    fields,
    recordId,
    path,
    httpStatus,
    requestId,
    salesforceMessage: error.salesforceMessage,
    cause: error,
    written,
    parts: part.of,
  });
}

/** Of a write in several parts, some are there under this key, and their content was another. */
export function otherWriteBegun(ledgerKey: string): WriteIncompleteError {
  const remedy = 'Use a new key for a new write, or send the first one again to complete it.';
  return new WriteIncompleteError({
    message: `Did not write ${ledgerKey}: its key stands for a write with other content, of which a part is written. ${remedy}`,
    remedy,
    fixedBy: 'caller',
    outcome: 'notApplied',
    path: 'key',
    written: undefined,
    parts: undefined,
  });
}
