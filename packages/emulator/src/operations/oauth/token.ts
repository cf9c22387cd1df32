import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { OAuthApp } from '../../oauth/app-store.ts';
import { authenticateClient } from '../../oauth/client-authentication.ts';
import { formFields } from '../../oauth/form-fields.ts';
import type { FormFields } from '../../oauth/form-fields.ts';
import { oauthError } from '../../oauth/oauth-error.ts';
import { matchesChallenge } from '../../oauth/pkce.ts';
import { tokenResponse } from '../../oauth/token-response.ts';
import type { Org } from '../../org/org.ts';
import { defineOperation } from '../operation.ts';
import type { OperationResponse } from '../operation.ts';

/** Flows that Salesforce has and this emulator does not. */
const OTHER_GRANTS = new Set([
  'password',
  'client_credentials',
  'device',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'urn:ietf:params:oauth:grant-type:saml2-bearer',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:ietf:params:oauth:grant-type:device_code',
]);

const EXPIRED = oauthError('invalid_grant', 'expired access/refresh token');

/** Trades an authorization code or a refresh token for tokens. Failures are answers, not exceptions: what they change stays. */
export const issueToken = defineOperation({
  name: 'OAuth 2.0: token',
  method: 'POST',
  takes: 'form',
  path: '/services/oauth2/token',
  evidence: ['documented'],
  source:
    'Salesforce Help: OAuth 2.0 Web Server Flow, OAuth 2.0 Refresh Token Flow, Refresh Token Rotation, OAuth Authorization Errors; responses as in Salesforce Platform APIs (Postman)',
  public: true,
  countsAsApiCall: false,
  async handle({ org, request }) {
    const fields = formFields(request);
    const grantType = fields['grant_type'];
    if (grantType === undefined) return oauthError('invalid_request', 'missing required parameter: grant_type');
    if (OTHER_GRANTS.has(grantType)) throw new NotEmulatedError(`grant_type=${grantType}`);
    if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
      return oauthError('unsupported_grant_type', 'grant type not supported');
    }
    const client = authenticateClient(request, fields, org.oauth.apps);
    if ('failure' in client) return client.failure;
    return grantType === 'authorization_code' ? redeemCode(org, client.app, fields) : refresh(org, client.app, fields);
  },
});

async function redeemCode(org: Org, app: OAuthApp, fields: FormFields): Promise<OperationResponse> {
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
  if (verifier === undefined) return oauthError('invalid_grant', 'invalid code verifier');
  if (!matchesChallenge(verifier, grant.codeChallenge)) return oauthError('invalid_request', 'invalid code verifier');
  if (!org.users.findById(grant.userId)?.isActive) return oauthError('invalid_grant', 'inactive user');

  const { userId, scopes, nonce } = grant;
  return tokenResponse({ org, app, nonce }, () => {
    const family = org.oauth.families.create({ clientId: app.clientId, userId, scopes }, org.clock());
    const refreshToken = scopes.includes('refresh_token') ? org.oauth.families.issueRefreshToken(family) : undefined;
    return { family, refreshToken };
  });
}

async function refresh(org: Org, app: OAuthApp, fields: FormFields): Promise<OperationResponse> {
  const token = fields['refresh_token'];
  if (token === undefined) return oauthError('invalid_request', 'missing required parameter: refresh_token');
  const current = org.oauth.families.findByRefreshToken(token);
  if (current && !org.users.findById(current.userId)?.isActive) return oauthError('invalid_grant', 'inactive user');

  return tokenResponse({ org, app, nonce: undefined }, () => {
    const rotation = org.oauth.families.rotate(token, app.clientId);
    if (rotation.status === 'reused') org.sessions.revokeForFamily(rotation.family.id);
    return rotation.status === 'rotated' ? rotation : { failure: EXPIRED };
  });
}
