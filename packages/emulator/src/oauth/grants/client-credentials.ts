import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { isPreAuthorized } from '../apps/pre-authorization.ts';
import { knownApp } from '../apps/known-app.ts';
import { authenticateClient } from '../client-authentication.ts';
import { oauthError } from '../oauth-error.ts';
import { canonicalScopes } from '../scopes.ts';
import { tokenResponse } from '../token-response.ts';
import type { Grant } from './grant-context.ts';
import { refuseExternalApp, refuseUser } from './grant-refusals.ts';

const MEMBERS = ['access_token', 'signature', 'scope', 'instance_url', 'id', 'token_type', 'issued_at'] as const;

/** Scopes that this flow never grants. Source: simple-salesforce's client credentials login, 2023. */
const NOT_GRANTED = new Set(['full', 'web', 'refresh_token']);

/**
 * An access token for the app's run-as user. Source: Salesforce Help, OAuth 2.0 Client Credentials Flow; members as in
 * Salesforce Platform APIs (Postman); errors as connectors' troubleshooting pages and public error reports quote them.
 */
export const clientCredentials: Grant = async ({ org, scope, request, fields }) => {
  if (scope.isLoginHost) return oauthError('invalid_grant', 'request not supported on this domain');
  const client = await authenticateClient({
    request,
    fields,
    findApp: (id) => knownApp(org.host(), org, id),
    now: org.clock(),
  });
  if ('failure' in client) return client.failure;
  const { app } = client;
  const missing = refuseExternalApp(app);
  if (missing) return missing;
  if (app.blocked) throw new NotEmulatedError('the client credentials flow of a blocked app');
  const user = app.clientCredentialsUser === undefined ? undefined : org.users.find(app.clientCredentialsUser);
  if (!user) return oauthError('invalid_grant', 'no client credentials user enabled');
  if (app.permittedUsers === 'adminApproved' && !isPreAuthorized(org, app, user)) {
    return oauthError('invalid_app_access', 'user is not admin approved to access this app');
  }
  const refusal = refuseUser(org, user, request);
  if (refusal) return refusal;
  const scopes = canonicalScopes(app.scopes).filter((scope) => !NOT_GRANTED.has(scope));
  return tokenResponse({ org, scope, app, members: MEMBERS }, () => ({ userId: user.id, scopes }));
};
