import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { OAuthAccessDeniedError, OAuthRejectedError, OAuthUnavailableError } from './oauth-errors.ts';
import { TransportFailure } from './transport-failure.ts';

/** Errors by which Salesforce says "not now" rather than "no". Source: Salesforce Help, "OAuth 2.0 Authorization Errors". */
const PASSING = new Set(['rate_limit_exceeded', 'server_error', 'temporarily_unavailable', 'unknown_error']);

/** Codes of openid-client for an answer that is not OAuth at all: a maintenance page, a proxy's error. */
const NOT_AN_OAUTH_ANSWER = new Set([
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** What was under way when it failed. */
interface Attempt {
  /** Completes "Could not …". */
  readonly attempted: string;
  readonly host: string;
  /** Whether a refresh token was sent, which a lost answer may have spent. @default false */
  readonly refreshing?: boolean;
}

/**
 * The one place where what openid-client throws becomes a failure of ours. What it does not know passes through.
 * openid-client's own errors never become a cause: some of them carry the answer, and with it tokens.
 */
export function toOAuthError(error: unknown, context: Attempt): unknown {
  const { attempted, host, refreshing = false } = context;
  if (error instanceof AuthorizationResponseError) {
    const { error: code, error_description: errorDescription } = error;
    if (code === 'access_denied' || code === 'access-denied') return new OAuthAccessDeniedError({ errorDescription });
    return new OAuthRejectedError({ attempted, rejectedBy: 'salesforce', error: code, errorDescription });
  }
  if (error instanceof ResponseBodyError) return fromErrorAnswer(error, context);
  if (error instanceof WWWAuthenticateChallengeError) {
    const code = error.cause[0]?.parameters.error ?? `HTTP ${error.status}`;
    return new OAuthRejectedError({ attempted, rejectedBy: 'salesforce', error: code, errorDescription: undefined });
  }
  if (!(error instanceof ClientError)) return error;

  const transport = error.cause instanceof TransportFailure ? error.cause : undefined;
  if (transport !== undefined) {
    return new OAuthUnavailableError({
      attempted,
      host,
      happened: transport.certainlyNotSent ? 'the host could not be reached' : 'no whole answer came back',
      refreshTokenMayBeSpent: refreshing && !transport.certainlyNotSent,
      cause: transport.cause,
    });
  }
  if (NOT_AN_OAUTH_ANSWER.has(error.code ?? '')) return fromForeignAnswer(error, context);
  return new OAuthRejectedError({
    attempted,
    rejectedBy: 'verification',
    error: error.code ?? 'unknown',
    errorDescription: error.message,
  });
}

function fromErrorAnswer(answer: ResponseBodyError, { attempted, host, refreshing = false }: Attempt): Error {
  const { error, error_description: errorDescription, status } = answer;
  if (status >= 500 || status === 429 || PASSING.has(error) || isBusy(errorDescription)) {
    return new OAuthUnavailableError({
      attempted,
      host,
      happened: `it answered ${status} "${error}"`,
      status,
      refreshTokenMayBeSpent: refreshing && status >= 500,
    });
  }
  return new OAuthRejectedError({ attempted, rejectedBy: 'salesforce', error, errorDescription });
}

/**
 * Salesforce runs one refresh of a token at a time and refuses the others with `invalid_grant`; only the description
 * tells it from a dead token. Source: Salesforce release notes 250 and 252, "Simultaneous Token Requests Are Blocked
 * During the Refresh Token Flow".
 */
function isBusy(errorDescription: string | undefined): boolean {
  return errorDescription?.toLowerCase() === 'token request is already being processed';
}

function fromForeignAnswer(error: ClientError, { attempted, host, refreshing = false }: Attempt): Error {
  const status = error.cause instanceof Response ? error.cause.status : undefined;
  if (status !== undefined && status >= 300 && status < 500 && status !== 429) {
    return new OAuthRejectedError({
      attempted,
      rejectedBy: 'salesforce',
      error: `HTTP ${status}`,
      errorDescription: undefined,
    });
  }
  return new OAuthUnavailableError({
    attempted,
    host,
    happened: `it answered ${status ?? 'something'} that is not OAuth, as in a maintenance window`,
    status,
    refreshTokenMayBeSpent: refreshing && status !== 429,
  });
}
