import { ApplicationFailure } from '@temporalio/common';
import type { FailureDetail } from '@uman/contracts';
import { ConnectionsError, OAuthUnavailableError } from '@uman/connections';
import {
  RecordAmbiguousError,
  RecordDuplicateError,
  RecordLockedError,
  RequestLimitError,
  SalesforceError,
} from '@uman/core';
import { VaultError } from '@uman/encryption';
import type { Advice } from './advice.ts';

/** Where the error came from: before anything was sent, nothing can have been written. */
export interface FailureContext {
  readonly sent: boolean;
  /** Salesforce API requests spent by this attempt. */
  readonly apiCalls: number;
}

/**
 * The one place where an error of Node code becomes a Temporal failure: `type` is the code, the first detail is what a
 * caller may see, the second what the workflow decides by. What is not ours passes as a failure that names no internals.
 */
export function toApplicationFailure(error: unknown, context: FailureContext): unknown {
  if (error instanceof SalesforceError) {
    return failure(error, detailOf(error, context), adviceOf(error));
  }
  if (error instanceof ConnectionsError || error instanceof VaultError) {
    const retryable = error instanceof OAuthUnavailableError;
    return failure(
      error,
      { code: error.code, remedy: error.message, apiCalls: context.apiCalls },
      { retryable, outcome: 'notApplied', retryAfterSeconds: 1, patience: 'growing' },
    );
  }
  if (!context.sent && error instanceof Error) {
    // A database or network that is not there: nothing was sent, so waiting is safe.
    return failure(
      error,
      { code: 'SALESFORCE_UNAVAILABLE', apiCalls: context.apiCalls },
      { retryable: true, outcome: 'notApplied', retryAfterSeconds: 1, patience: 'growing' },
    );
  }
  return error;
}

function failure(error: Error, detail: FailureDetail, advice: Advice): ApplicationFailure {
  return ApplicationFailure.create({
    type: detail.code,
    message: error.message,
    cause: error,
    nonRetryable: !advice.retryable,
    details: [detail, advice],
    ...(advice.patience === 'steady' && { nextRetryDelay: `${advice.retryAfterSeconds} seconds` }),
  });
}

function detailOf(error: SalesforceError, { apiCalls }: FailureContext): FailureDetail {
  const field = error.fields[0];
  return {
    code: error.code,
    remedy: error.remedy,
    apiCalls,
    ...(error.object !== undefined && { object: error.object }),
    ...(field !== undefined && { field }),
    ...(error.path !== undefined && { path: error.path }),
    ...(error.errorCode !== undefined && { errorCode: error.errorCode }),
    ...(error instanceof RecordAmbiguousError && { candidates: [...error.candidates] }),
    ...(error instanceof RecordDuplicateError && { duplicateIds: error.matches.map(({ id }) => id) }),
  };
}

function adviceOf(error: SalesforceError): Advice {
  const { retryable, outcome } = error;
  if (error instanceof RecordLockedError) return { retryable, outcome, retryAfterSeconds: 0.2, patience: 'growing' };
  if (error instanceof RequestLimitError) {
    // Daily: requests come back as the rolling 24 hours move on. Concurrent: as soon as a long request ends.
    const retryAfterSeconds = error.limit === 'daily' ? 15 * 60 : 10;
    return { retryable, outcome, retryAfterSeconds, patience: 'steady' };
  }
  return { retryable, outcome, retryAfterSeconds: 0.5, patience: 'growing' };
}
