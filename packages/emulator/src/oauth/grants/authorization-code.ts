import { oauthError } from '../oauth-error.ts';
import { knownApp } from '../apps/known-app.ts';
import { authenticateClient } from '../client-authentication.ts';
import { matchesChallenge } from '../pkce.ts';
import { tokenResponse } from '../token-response.ts';
import type { Grant } from './grant-context.ts';
import { refuseExternalApp, refuseUser } from './grant-refusals.ts';

/**
 * Trades an authorization code for tokens. Source: Salesforce Help, OAuth 2.0 Web Server Flow: no verifier for a challenge
 * and a verifier without a challenge are `invalid_grant`, a wrong one is `invalid_request`; their texts are not known.
 */
export const redeemCode: Grant = async ({ org, scope, request, fields }) => {
  const client = await authenticateClient({
    request,
    fields,
    findApp: (id) => knownApp(org.host(), org, id),
    now: org.clock(),
    requiresSecret: (app) => app.secretRequiredForWebServerFlow,
  });
  if ('failure' in client) return client.failure;
  const { app } = client;
  const code = fields['code'];
  if (code === undefined) return oauthError('invalid_request', 'missing required parameter: code');
  const redeemed = org.oauth.codes.redeem(code, org.clock());
  if (redeemed.status === 'unknown') return oauthError('invalid_grant', 'invalid authorization code');
  if (redeemed.status === 'expired') return oauthError('invalid_grant', 'expired authorization code');

  const { grant } = redeemed;
  if (grant.clientId !== app.clientId) return oauthError('invalid_grant', 'invalid authorization code');
  if (fields['redirect_uri'] !== grant.redirectUri) {
    return oauthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  const verifier = fields['code_verifier'];
  if ((verifier === undefined) !== (grant.codeChallenge === undefined)) {
    return oauthError('invalid_grant', 'invalid code verifier');
  }
  if (verifier !== undefined && grant.codeChallenge !== undefined && !matchesChallenge(verifier, grant.codeChallenge)) {
    return oauthError('invalid_request', 'invalid code verifier');
  }
  const refusal = refuseExternalApp(app) ?? refuseUser(org, org.users.findById(grant.userId), request);
  if (refusal) return refusal;

  const { userId, scopes, nonce } = grant;
  return tokenResponse({ org, scope, app, nonce }, () => {
    const family = org.oauth.families.create({ clientId: app.clientId, userId, scopes }, org.clock());
    const refreshToken = scopes.includes('refresh_token') ? org.oauth.families.issueRefreshToken(family) : undefined;
    return { userId, scopes, familyId: family.id, refreshToken };
  });
};
