import { authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import { isSameIdentity, parseIdentityUrl, type SalesforceIdentity } from './identity-url.ts';
import type { LoginHosts } from './login-hosts.ts';
import type { LoginServer } from './login-server.ts';
import { OAuthRejectedError } from './oauth-errors.ts';
import type { SalesforceApp } from '../connections-options.ts';
import { toLongId } from '../salesforce-id.ts';
import { toOAuthError } from './to-oauth-error.ts';
import { verifyTokenAnswer } from './token-answer.ts';

const attempted = 'finish connecting';

/** What a finished connect flow brings, all of it verified. */
export interface ExchangedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly instanceUrl: string;
  readonly identity: SalesforceIdentity;
  readonly username: string;
}

/**
 * Exchanges the authorization code and verifies the answer: id_token (signature, issuer, audience, nonce), HMAC
 * signature, identity, hosts. Then asks for the username; that request does not count against the org's API limit.
 *
 * @throws OAuthAccessDeniedError, OAuthRejectedError, OAuthHostNotAllowedError, OAuthUnavailableError
 */
export async function exchangeCode(options: {
  server: LoginServer;
  app: SalesforceApp;
  hosts: LoginHosts;
  /** Query of the callback, `?code=…&state=…`. */
  callbackQuery: string;
  state: string;
  codeVerifier: string;
  nonce: string;
}): Promise<ExchangedTokens> {
  const { server, app, hosts, state, codeVerifier, nonce } = options;
  // The redirect URI is the registered one, not what a proxy made of the callback's address.
  const callback = new URL(app.redirectUri);
  callback.search = options.callbackQuery;
  try {
    const answer = await authorizationCodeGrant(server.connecting, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const { accessToken, refreshToken, instanceUrl, identity } = verifyTokenAnswer(answer, {
      attempted,
      clientSecret: app.clientSecret,
      hosts,
    });
    if (refreshToken === undefined) {
      throw refuse('refresh_token', 'none came; the app and the request need the scope refresh_token');
    }
    const subject = answer.claims()?.sub ?? '';
    if (!isSameIdentity(identity, parseIdentityUrl(subject))) {
      throw refuse('id_token', 'its subject is another user than the one of the token response');
    }
    const username = await fetchUsername(server, accessToken, subject, identity);
    return { accessToken, refreshToken, instanceUrl, identity, username };
  } catch (error) {
    throw toOAuthError(error, { attempted, host: server.host });
  }
}

async function fetchUsername(
  server: LoginServer,
  accessToken: string,
  subject: string,
  identity: SalesforceIdentity,
): Promise<string> {
  const user = await fetchUserInfo(server.connecting, accessToken, subject);
  const { organization_id: org, preferred_username: username } = user;
  if (typeof org !== 'string' || toLongId(org) !== identity.orgId || username === undefined) {
    throw refuse('userinfo', 'organization_id or preferred_username is missing or belongs to another org');
  }
  return username;
}

function refuse(error: string, errorDescription: string): OAuthRejectedError {
  return new OAuthRejectedError({ attempted, rejectedBy: 'verification', error, errorDescription });
}
