import { parseRecordId } from '../record-id.ts';
import { LostAnswer } from '../transport/lost-answer.ts';
import { UnavailableError } from './api-errors.ts';
import { parseApiFaults } from './api-fault.ts';
import { describeAttempt, isReading } from './attempt.ts';
import { createSalesforceError, type FaultContext } from './create-salesforce-error.ts';
import { SalesforceError } from './salesforce-error.ts';
import { RecordAmbiguousError } from './write-errors.ts';

/**
 * The one place that knows how jsforce fails: it exports no error class, so its errors are known by their shape
 * (`errorCode`, `data`). What is neither of jsforce nor of the network is a bug and passes through unchanged.
 */
export function toSalesforceError(thrown: unknown, context: FaultContext): unknown {
  if (thrown instanceof SalesforceError) return thrown;
  if (thrown instanceof LostAnswer) return unavailable(thrown, context);
  if (!isApiError(thrown)) return thrown;
  const withCause = { ...context, cause: thrown.cause };
  if (thrown.errorCode === 'MULTIPLE_CHOICES') return ambiguous(thrown.data, withCause);
  return createSalesforceError(parseApiFaults(thrown.data), withCause);
}

interface JsforceApiError extends Error {
  readonly errorCode: string;
  /** The error, the list of errors, the record URLs of a 300, or the text of an answer that is not JSON. */
  readonly data: unknown;
}

function isApiError(thrown: unknown): thrown is JsforceApiError {
  return thrown instanceof Error && 'errorCode' in thrown && typeof thrown.errorCode === 'string' && 'data' in thrown;
}

/** No answer: nothing is known, unless nothing could be sent or nothing would have been written. */
export function unavailable(lost: LostAnswer, { attempt, requestId }: FaultContext): UnavailableError {
  const outcome = !lost.sent || isReading(attempt) ? 'notApplied' : 'unknown';
  const remedy =
    outcome === 'unknown'
      ? 'Read the ledger to see whether it was applied; if not, send it again.'
      : 'Send it again in a moment.';
  const happened =
    lost.reason === 'timeout'
      ? 'no answer came in time'
      : lost.sent
        ? 'the connection broke before the whole answer came'
        : 'the org could not be reached';
  return new UnavailableError({
    message: `${describeAttempt(attempt)}: ${happened}. ${remedy}`,
    remedy,
    fixedBy: 'salesforce',
    outcome,
    retryable: true,
    object: attempt.object,
    recordId: attempt.recordId,
    path: attempt.path,
    step: attempt.step,
    requestId,
    cause: lost,
  });
}

/** The 300 of an upsert: a list of record URLs, e.g. `["/services/data/v66.0/sobjects/Region__c/a01…"]`. */
export function ambiguous(urls: unknown, { attempt, httpStatus, requestId }: FaultContext): RecordAmbiguousError {
  const ids = (Array.isArray(urls) ? urls : [])
    .map((url) => (typeof url === 'string' ? parseRecordId(url.slice(url.lastIndexOf('/') + 1)) : undefined))
    .filter((id) => id !== undefined);
  const remedy = 'Choose one of the records and name it by its id, or make the value unique in the org.';
  return new RecordAmbiguousError({
    message: `${describeAttempt(attempt)}: ${ids.length || 'several'} records have this value. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    object: attempt.object,
    path: attempt.path,
    step: attempt.step,
    httpStatus,
    requestId,
    candidates: ids.map((id) => ({ id, name: null })),
  });
}
