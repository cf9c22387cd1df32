import { createHmac } from 'node:crypto';
import type { OperationResponse } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';
import type { OAuthApp } from './apps/oauth-app.ts';
import { signIdToken } from './id-token.ts';
import type { LoginScope } from './login-scope.ts';
import { identityUrl } from './identity-url.ts';
import { NO_STORE } from './oauth-error.ts';
import type { OAuthError } from './oauth-error.ts';

export interface TokenResponseOptions {
  readonly org: Org;
  readonly scope: LoginScope;
  readonly app: OAuthApp;
  readonly nonce?: string | undefined;
  /** The members that this flow answers with, in its order. @default those of the web server flow */
  readonly members?: readonly TokenMember[];
}

/** Whom the new access token stands for, and the refresh token to hand out with it. */
export interface Granted {
  readonly userId: string;
  readonly scopes: readonly string[];
  /** The family of refresh tokens that it belongs to. @default none */
  readonly familyId?: string;
  readonly refreshToken?: string | undefined;
}

const MEMBERS = [
  'access_token',
  'refresh_token',
  'signature',
  'scope',
  'id_token',
  'instance_url',
  'id',
  'token_type',
  'issued_at',
] as const;
export type TokenMember = (typeof MEMBERS)[number];

/**
 * A new access token and what comes with it, in Salesforce's order. There is no `expires_in`. Source: token responses
 * of Salesforce's Postman collection; `signature` as in the Web Server Flow documentation.
 *
 * @param grant changes what the org remembers, in one transaction with the new session; may give an error instead
 */
export async function tokenResponse(
  { org, scope: { url: issuer }, app, nonce, members = MEMBERS }: TokenResponseOptions,
  grant: () => Granted | { readonly failure: OAuthError },
): Promise<OperationResponse> {
  const now = org.clock();
  const issued = org.transaction(() => {
    const granted = grant();
    if ('failure' in granted) return granted;
    const { userId, scopes, familyId } = granted;
    const session = { userId, scopes, clientId: app.clientId, ...(familyId !== undefined && { familyId }) };
    const { accessToken } = org.sessions.issue(session);
    return { ...granted, accessToken };
  });
  if ('failure' in issued) return issued.failure;

  const { accessToken, refreshToken, userId, scopes } = issued;
  const id = identityUrl(org, userId);
  const issuedAt = String(now.getTime());
  const hasIdToken = scopes.includes('openid') && members.includes('id_token');
  const values: Record<TokenMember, string | undefined> = {
    access_token: accessToken,
    refresh_token: refreshToken,
    signature: createHmac('sha256', app.clientSecret)
      .update(id + issuedAt)
      .digest('base64'),
    scope: scopes.join(' '),
    id_token: hasIdToken
      ? await signIdToken({ org, issuer, userId, clientId: app.clientId, accessToken, nonce, issuedAt: now })
      : undefined,
    instance_url: org.url(),
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  };
  const body = Object.fromEntries(
    members.map((name) => [name, values[name]]).filter(([, value]) => value !== undefined),
  );
  return { status: 200, headers: NO_STORE, body };
}
