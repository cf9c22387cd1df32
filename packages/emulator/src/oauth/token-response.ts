import { createHmac } from 'node:crypto';
import type { OperationResponse } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';
import type { OAuthApp } from './app-store.ts';
import { signIdToken } from './id-token.ts';
import { identityUrl } from './identity-url.ts';
import { NO_STORE } from './oauth-error.ts';
import type { OAuthError } from './oauth-error.ts';
import type { TokenFamily } from './token-family-store.ts';

export interface TokenResponseOptions {
  readonly org: Org;
  readonly app: OAuthApp;
  readonly nonce: string | undefined;
}

/** What the new access token belongs to, and the refresh token to hand out with it. */
export interface Granted {
  readonly family: TokenFamily;
  readonly refreshToken: string | undefined;
}

/**
 * A new access token and what comes with it, in Salesforce's order. There is no `expires_in`. Source: token responses
 * of Salesforce's Postman collection; `signature` as in the Web Server Flow documentation.
 *
 * @param grant changes what the org remembers, in one transaction with the new session; may give an error instead
 */
export async function tokenResponse(
  { org, app, nonce }: TokenResponseOptions,
  grant: () => Granted | { readonly failure: OAuthError },
): Promise<OperationResponse> {
  const now = org.clock();
  const issued = org.transaction(() => {
    const granted = grant();
    if ('failure' in granted) return granted;
    const { userId, scopes, id: familyId } = granted.family;
    const { accessToken } = org.sessions.issue({ userId, scopes, clientId: app.clientId, familyId });
    return { ...granted, accessToken };
  });
  if ('failure' in issued) return issued.failure;

  const { accessToken, refreshToken } = issued;
  const { userId, scopes } = issued.family;
  const id = identityUrl(org, userId);
  const issuedAt = String(now.getTime());
  const idToken = scopes.includes('openid')
    ? await signIdToken({ org, userId, clientId: app.clientId, accessToken, nonce, issuedAt: now })
    : undefined;
  return {
    status: 200,
    headers: NO_STORE,
    body: {
      access_token: accessToken,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      signature: createHmac('sha256', app.clientSecret)
        .update(id + issuedAt)
        .digest('base64'),
      scope: scopes.join(' '),
      ...(idToken !== undefined && { id_token: idToken }),
      instance_url: org.url(),
      id,
      token_type: 'Bearer',
      issued_at: issuedAt,
    },
  };
}
