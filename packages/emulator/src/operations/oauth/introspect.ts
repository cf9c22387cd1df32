import { authenticateClient } from '../../oauth/client-authentication.ts';
import { formFields } from '../../oauth/form-fields.ts';
import { identityUrl } from '../../oauth/identity-url.ts';
import { NO_STORE, oauthError } from '../../oauth/oauth-error.ts';
import type { Org } from '../../org/org.ts';
import { defineOperation } from '../operation.ts';

/** Seconds that a session lasts, as an org's session settings have it when nobody changed them. */
const SESSION_TIMEOUT = 7200;

/** Says whether a token of the calling app is alive, and what it stands for. */
export const introspectToken = defineOperation({
  name: 'OAuth 2.0: introspect',
  method: 'POST',
  takes: 'form',
  path: '/services/oauth2/introspect',
  evidence: ['documented'],
  source: 'Salesforce Platform APIs (Postman): Token Introspection; RFC 7662',
  public: true,
  countsAsApiCall: false,
  handle({ org, request }) {
    const fields = formFields(request);
    const client = authenticateClient(request, fields, org.oauth.apps);
    if ('failure' in client) return client.failure;
    if (fields['token'] === undefined) return oauthError('invalid_request', 'missing required parameter: token');
    const body = describeToken(org, fields['token'], client.app.clientId) ?? { active: false };
    return { status: 200, headers: NO_STORE, body };
  },
});

function describeToken(org: Org, token: string, clientId: string): Record<string, unknown> | undefined {
  const session = org.sessions.find(token);
  const found = session ?? org.oauth.families.findByRefreshToken(token);
  const user = found && org.users.findById(found.userId);
  if (!found || !user || found.clientId !== clientId) return undefined;
  const issuedAt = Math.floor(found.issuedAt.getTime() / 1000);
  return {
    active: true,
    scope: found.scopes.join(' '),
    client_id: clientId,
    username: user.username,
    sub: identityUrl(org, user.id),
    token_type: session ? 'access_token' : 'refresh_token',
    ...(session && { exp: issuedAt + SESSION_TIMEOUT }),
    iat: issuedAt,
    nbf: issuedAt,
  };
}
