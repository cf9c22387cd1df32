import { createAddressList } from '../apps/address-list.ts';
import type { OAuthApp } from '../apps/oauth-app.ts';
import { isRefreshTokenExpired } from '../apps/refresh-token-expiry.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { knownApp } from '../apps/known-app.ts';
import { authenticateClient } from '../client-authentication.ts';
import { oauthError } from '../oauth-error.ts';
import { tokenResponse } from '../token-response.ts';
import type { Grant } from './grant-context.ts';
import { refuseExternalApp, refuseUser } from './grant-refusals.ts';

const EXPIRED = oauthError('invalid_grant', 'expired access/refresh token');

/**
 * A new access token, and with rotation a new refresh token. Source: Salesforce Help, OAuth 2.0 Refresh Token Flow and
 * Refresh Token Rotation: reuse of a rotated token ends the current one and all access tokens. That a token used from an
 * address that is not on the list is answered `ip restricted` is believed without a source.
 */
export const refreshTokens: Grant = async ({ org, scope, request, fields }) => {
  const client = await authenticateClient({
    request,
    fields,
    findApp: (id) => knownApp(org.host(), org, id),
    now: org.clock(),
    requiresSecret: (app) => app.secretRequiredForRefresh,
  });
  if ('failure' in client) return client.failure;
  const { app } = client;
  const token = fields['refresh_token'];
  if (token === undefined) return oauthError('invalid_request', 'missing required parameter: refresh_token');
  const known = org.oauth.families.findRefreshToken(token);
  if (!known || known.family.clientId !== app.clientId || app.blocked) return EXPIRED;
  if (known.isRotated) {
    org.transaction(() => {
      org.oauth.families.revoke(known.family.id);
      org.sessions.revokeForFamily(known.family.id);
    });
    return EXPIRED;
  }
  if (isRefreshTokenExpired(app, known, org.clock())) return EXPIRED;
  const refusal = refuseExternalApp(app) ?? refuseUser(org, org.users.findById(known.family.userId), request);
  if (refusal) return refusal;
  if (!isAllowedAddress(app, callerAddress(request))) return oauthError('invalid_grant', 'ip restricted');

  const { family } = known;
  return tokenResponse({ org, scope, app }, () => {
    org.oauth.families.touch(family.id, org.clock());
    const refreshToken = app.refreshTokenRotation ? org.oauth.families.rotate(token, family) : undefined;
    return { userId: family.userId, scopes: family.scopes, familyId: family.id, refreshToken };
  });
};

function isAllowedAddress({ refreshTokenAddresses }: OAuthApp, address: string): boolean {
  return refreshTokenAddresses.length === 0 || createAddressList(refreshTokenAddresses).includes(address);
}
