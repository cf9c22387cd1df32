import { refreshTokenGrant } from 'openid-client';
import type { SalesforceApp } from '../connections-options.ts';
import { isSameIdentity, type SalesforceIdentity } from './identity-url.ts';
import type { LoginHosts } from './login-hosts.ts';
import type { LoginServer } from './login-server.ts';
import { OAuthHostNotAllowedError, OAuthRejectedError, OAuthUnavailableError } from './oauth-errors.ts';
import { toOAuthError } from './to-oauth-error.ts';
import { verifyTokenAnswer, type VerifiedTokens } from './token-answer.ts';

const attempted = 'refresh the access token';

/** Every way a refresh can end. Each leaves the stored refresh token in another state, so none is an exception. */
export type RefreshOutcome =
  /** The answer holds; the refresh token in it, if any, replaces the stored one. */
  | { readonly kind: 'refreshed'; readonly tokens: VerifiedTokens }
  /** Salesforce does not take this refresh token any more. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** An answer came that may not be stored; the token that was sent is most likely spent. */
  | { readonly kind: 'untrusted'; readonly detail: string }
  /** Salesforce refused for a reason that has nothing to do with this token, such as a wrong client secret. */
  | { readonly kind: 'rejected'; readonly error: OAuthRejectedError }
  /** No usable answer. */
  | { readonly kind: 'unavailable'; readonly error: OAuthUnavailableError };

/** Error codes that end a refresh token. `inactive_*` also come as descriptions of `invalid_grant`. */
const FINAL = new Set(['invalid_grant', 'inactive_user', 'inactive_org']);

/** Sends one refresh request, once, and says how it ended. Never retries: a spent refresh token must not be sent again. */
export async function refreshTokens(options: {
  server: LoginServer;
  app: SalesforceApp;
  hosts: LoginHosts;
  refreshToken: string;
  /** Whom the connection stands for. */
  expected: SalesforceIdentity;
}): Promise<RefreshOutcome> {
  const { server, app, hosts, refreshToken, expected } = options;
  let answer: unknown;
  try {
    answer = await refreshTokenGrant(server.refreshing, refreshToken);
  } catch (thrown) {
    return outcomeOf(toOAuthError(thrown, { attempted, host: server.host, refreshing: true }));
  }
  try {
    const tokens = verifyTokenAnswer(answer, { attempted, clientSecret: app.clientSecret, hosts });
    if (isSameIdentity(expected, tokens.identity)) return { kind: 'refreshed', tokens };
    return { kind: 'untrusted', detail: 'the new token speaks for another org or user' };
  } catch (error) {
    if (error instanceof OAuthHostNotAllowedError) return { kind: 'untrusted', detail: `instance URL ${error.origin}` };
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): RefreshOutcome {
  if (error instanceof OAuthUnavailableError) return { kind: 'unavailable', error };
  if (!(error instanceof OAuthRejectedError)) throw error;
  const detail = error.errorDescription ?? error.error;
  if (error.rejectedBy === 'verification') return { kind: 'untrusted', detail: `${error.error}: ${detail}` };
  return FINAL.has(error.error) ? { kind: 'refused', detail } : { kind: 'rejected', error };
}
