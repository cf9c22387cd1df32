import { knownApp } from '../../oauth/apps/known-app.ts';
import type { OAuthApp } from '../../oauth/apps/oauth-app.ts';
import { isRefreshTokenExpired } from '../../oauth/apps/refresh-token-expiry.ts';
import { authenticateClient } from '../../oauth/client-authentication.ts';
import { formFields } from '../../oauth/form-fields.ts';
import { identityUrl } from '../../oauth/identity-url.ts';
import { loginScope } from '../../oauth/login-scope.ts';
import { NO_STORE, oauthError } from '../../oauth/oauth-error.ts';
import { orgOfToken } from '../../oauth/token-org.ts';
import type { TokenFamily } from '../../oauth/token-family-store.ts';
import type { Org } from '../../org/org.ts';
import { defineOperation } from '../operation.ts';

/** What a session of an org lasts whose session settings nobody changed, in milliseconds. */
const SESSION_TIMEOUT = 7_200_000;

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
  async handle(context) {
    const { request } = context;
    const fields = formFields(request);
    const scope = loginScope(context);
    const org = orgOfToken(scope, fields['token'] ?? '') ?? scope.orgs[0] ?? context.org;
    const client = await authenticateClient({
      request,
      fields,
      findApp: (id) => knownApp(context.host, org, id),
      now: org.clock(),
    });
    if ('failure' in client) return client.failure;
    if (fields['token'] === undefined) return oauthError('invalid_request', 'missing required parameter: token');
    const body = describeToken(org, fields['token'], client.app) ?? { active: false };
    return { status: 200, headers: NO_STORE, body };
  },
});

/** Undefined for what is not alive, and for tokens of other apps, unless this one may introspect them all. */
function describeToken(org: Org, token: string, caller: OAuthApp): Record<string, unknown> | undefined {
  const session = org.sessions.find(token);
  const found = session ?? findByRefreshToken(org, token);
  const user = found && org.users.findById(found.userId);
  if (!found || !user) return undefined;
  if (found.clientId !== caller.clientId && !caller.introspectsAllTokens) return undefined;
  const issuedAt = toSeconds(found.issuedAt);
  const expiry = session && (org.sessions.expiryOf(session) ?? new Date(session.issuedAt.getTime() + SESSION_TIMEOUT));
  return {
    active: true,
    scope: found.scopes.join(' '),
    client_id: found.clientId,
    username: user.username,
    sub: identityUrl(org, user.id),
    token_type: session ? 'access_token' : 'refresh_token',
    ...(expiry && { exp: toSeconds(expiry) }),
    iat: issuedAt,
    nbf: issuedAt,
  };
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function findByRefreshToken(org: Org, token: string): TokenFamily | undefined {
  const known = org.oauth.families.findRefreshToken(token);
  const app = known && org.oauth.apps.find(known.family.clientId);
  if (!app || known.isRotated || isRefreshTokenExpired(app, known, org.clock())) return undefined;
  return known.family;
}
