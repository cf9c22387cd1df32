import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { isPreAuthorized } from '../apps/pre-authorization.ts';
import { mayUseUninstalled } from '../apps/app-refusal.ts';
import { knownApp } from '../apps/known-app.ts';
import { authenticateClient } from '../client-authentication.ts';
import { oauthError } from '../oauth-error.ts';
import { canonicalScopes } from '../scopes.ts';
import { tokenResponse } from '../token-response.ts';
import type { Grant } from './grant-context.ts';
import { refuseUser } from './grant-refusals.ts';

const MEMBERS = ['access_token', 'instance_url', 'id', 'token_type', 'issued_at', 'signature'] as const;

const FAILURE = oauthError('invalid_grant', 'authentication failure');

/**
 * An access token for a username and password, where the org allows it: orgs since Summer '23 block this flow, and
 * external client apps never have it. A user with a security token sends it behind the password. Source:
 * Salesforce Help, OAuth 2.0 Username-Password Flow; members as restforce's and the guide's samples have them; that a
 * blocked flow answers as wrong credentials do is believed from practitioners' reports.
 */
export const usernamePassword: Grant = async ({ org, scope, request, fields }) => {
  const client = await authenticateClient({
    request,
    fields,
    findApp: (id) => knownApp(org.host(), org, id),
    now: org.clock(),
  });
  if ('failure' in client) return client.failure;
  const { app } = client;
  if (org.switches.get('usernamePasswordFlow') === 'blocked' || app.kind === 'externalClientApp') return FAILURE;
  const known = org.users.find(fields['username'] ?? '');
  const user = org.users.verifyApiPassword(fields['username'] ?? '', fields['password'] ?? '');
  if (user === 'needsSecurityToken') return FAILURE;
  if (known && !user && !known.isActive) return refuseUser(org, known, request) ?? FAILURE;
  if (!user) return FAILURE;
  if (app.blocked) throw new NotEmulatedError('the username-password flow of a blocked app');
  if (!app.installed && !mayUseUninstalled(org, app, user)) {
    return oauthError('invalid_client', 'app must be installed into org');
  }
  if (app.permittedUsers === 'adminApproved' && !isPreAuthorized(org, app, user)) {
    return oauthError('invalid_app_access', 'user is not admin approved to access this app');
  }
  const refusal = refuseUser(org, user, request);
  if (refusal) return refusal;
  const scopes = canonicalScopes(app.scopes).filter((scope) => scope !== 'refresh_token');
  return tokenResponse({ org, scope, app, members: MEMBERS }, () => ({ userId: user.id, scopes }));
};
