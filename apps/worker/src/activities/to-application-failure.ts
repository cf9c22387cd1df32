import { ApplicationFailure } from '@temporalio/common';
import type { FailureDetail } from '@uman/contracts';
import {
  ConnectionNotFoundError,
  ConnectionsError,
  OAuthUnavailableError,
  ReauthorizationRequiredError,
} from '@uman/connections';
import {
  RecordAmbiguousError,
  RecordDuplicateError,
  RecordLockedError,
  RequestLimitError,
  SalesforceError,
  SessionExpiredError,
  UnavailableError,
  WriteAlreadyAppliedError,
} from '@uman/core';
import { VaultError } from '@uman/encryption';
import type { Advice } from './advice.ts';

/** Where the error came from: before anything was sent, nothing can have been written. */
export interface FailureContext {
  readonly sent: boolean;
  /** The access token was fresh. */
  readonly renewed: boolean;
  /** Nobody waits for this attempt any more. */
  readonly givenUp: boolean;
  /** Salesforce API requests spent by this attempt. */
  readonly apiCalls: number;
  /** How long the org may go on with a request whose answer did not come. */
  readonly mayRunForSeconds: number;
}

/** An error whose message is made for callers. */
export function isKnownError(error: unknown): error is SalesforceError | ConnectionsError | VaultError {
  return error instanceof SalesforceError || error instanceof ConnectionsError || error instanceof VaultError;
}

/**
 * The one place where an error of Node code becomes a Temporal failure: `type` is the code, the first detail is what a
 * caller may see, the second what the workflow decides by. Causes stay behind: they name internals.
 */
export function toApplicationFailure(error: unknown, context: FailureContext): ApplicationFailure {
  if (error instanceof SalesforceError) return fromSalesforce(error, context);
  if (isKnownError(error)) return fromConnections(error, context);
  return fromUnknown(error, context);
}

function fromSalesforce(error: SalesforceError, context: FailureContext): ApplicationFailure {
  const detail = detailOf(error, context);
  if (error instanceof SessionExpiredError && context.renewed) {
    const remedy =
      'Ask the Salesforce administrator which policy ends the sessions of this app at once: session settings, IP restrictions or the policies of the app.';
    const message = `Salesforce refused an access token that had just been renewed (${error.errorCode ?? 'status 401'}). ${remedy}`;
    return failure(message, { ...detail, remedy }, adviceOf(error, context));
  }
  return failure(error.message, detail, adviceOf(error, context));
}

/** Tokens could not be had, so nothing was sent with them. */
function fromConnections(error: ConnectionsError | VaultError, { apiCalls }: FailureContext): ApplicationFailure {
  const notApplied = { outcome: 'notApplied', retryAfterSeconds: 1, patience: 'growing' } as const;
  if (error instanceof ConnectionNotFoundError) {
    const remedy = 'Check the connection id, or have the user connect.';
    return failure(
      error.message,
      { code: error.code, path: 'connectionId', remedy, apiCalls },
      { ...notApplied, retryable: false },
    );
  }
  if (error instanceof ReauthorizationRequiredError) {
    const remedy = 'Have the user connect again, then start the write again with the same key.';
    return failure(error.message, { code: error.code, remedy, apiCalls }, { ...notApplied, retryable: false });
  }
  const code = 'CONNECTION_UNAVAILABLE';
  const remedy =
    error instanceof OAuthUnavailableError
      ? 'Start it again with the same key once the login host answers.'
      : 'Have whoever runs the worker look at it: the app, its keys or its configuration do not fit the connection.';
  const advice = { ...notApplied, retryable: error instanceof OAuthUnavailableError };
  return failure(`${error.message} ${remedy}`, { code, errorCode: error.code, remedy, apiCalls }, advice);
}

/** A database or network that is not there, or a mistake of ours. Its message is not made for callers. */
function fromUnknown(
  error: unknown,
  { sent, givenUp, apiCalls, mayRunForSeconds }: FailureContext,
): ApplicationFailure {
  const remedy = 'Start it again with the same key. If it stays, have whoever runs the worker look at its log.';
  const advice: Advice = {
    retryable: true,
    outcome: sent ? 'unknown' : 'notApplied',
    retryAfterSeconds: givenUp ? 0.1 : 1,
    patience: 'growing',
    ...(sent ? { mayRunForSeconds } : {}),
  };
  if (givenUp) {
    const message = 'The worker had to end before Salesforce answered.';
    return failure(message, { code: 'WORKER_FAILED', remedy, apiCalls }, advice);
  }
  const kind = error instanceof Error ? codeOf(error) : typeof error;
  if (!sent) {
    const message = `Could not get at the tokens of the connection (${kind}). Nothing was sent. ${remedy}`;
    return failure(message, { code: 'CONNECTION_UNAVAILABLE', errorCode: kind, remedy, apiCalls }, advice);
  }
  const message = `The worker met an error that it does not know (${kind}). ${remedy}`;
  return failure(message, { code: 'WORKER_FAILED', errorCode: kind, remedy, apiCalls }, { ...advice, tries: 3 });
}

/** A name without values, e.g. `ECONNREFUSED`, `28P01` or `TypeError`. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' && /^[A-Z0-9_]+$/.test(error.code) ? error.code : error.name;
}

function failure(message: string, detail: FailureDetail, advice: Advice): ApplicationFailure {
  return ApplicationFailure.create({ type: detail.code, message, nonRetryable: true, details: [detail, advice] });
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

/** Failures of the org that are as likely to stay as to pass: not tried for a day. */
const MAY_STAY = new Set(['UNKNOWN_EXCEPTION', 'INTERNAL_ERROR', 'QUERY_TIMEOUT', 'REQUEST_RUNNING_TOO_LONG']);

function adviceOf(error: SalesforceError, { mayRunForSeconds }: FailureContext): Advice {
  const { retryable, outcome } = error;
  const advice = { retryable, outcome, retryAfterSeconds: 0.5, patience: 'growing' } as const;
  if (error instanceof RecordLockedError) return { ...advice, retryAfterSeconds: 0.2 };
  if (error instanceof RequestLimitError) {
    // Daily: requests come back as the rolling 24 hours move on. Concurrent: as soon as a long request ends.
    return { ...advice, retryAfterSeconds: error.limit === 'daily' ? 15 * 60 : 10, patience: 'steady' };
  }
  if (error instanceof SessionExpiredError) return { ...advice, tries: 3 };
  // The row that stood in the way is gone again, or this user cannot see it.
  if (error instanceof WriteAlreadyAppliedError) return { ...advice, retryable: true, tries: 4 };
  if (!(error instanceof UnavailableError)) return advice;
  // An answer with an errorCode of Salesforce's is the request's end; a gateway speaks for itself only.
  const ended = outcome !== 'unknown' || error.errorCode !== undefined;
  return {
    ...advice,
    ...(ended ? {} : { mayRunForSeconds }),
    ...(error.errorCode !== undefined && MAY_STAY.has(error.errorCode) ? { tries: 4 } : {}),
  };
}
