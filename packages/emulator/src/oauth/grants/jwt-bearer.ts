import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';
import { knownApp } from '../apps/known-app.ts';
import { isPreAuthorized } from '../apps/pre-authorization.ts';
import type { OAuthApp } from '../apps/oauth-app.ts';
import { isRefreshTokenExpired } from '../apps/refresh-token-expiry.ts';
import { mayUseUninstalled } from '../apps/app-refusal.ts';
import { isAudience } from '../audience.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { oauthError } from '../oauth-error.ts';
import type { OAuthError } from '../oauth-error.ts';
import { canonicalScopes } from '../scopes.ts';
import { tokenResponse } from '../token-response.ts';
import { isSignedBy, readAssertion } from '../verify-assertion.ts';
import type { Grant } from './grant-context.ts';
import { refuseExternalApp, refuseUser } from './grant-refusals.ts';

const MEMBERS = ['access_token', 'scope', 'instance_url', 'id', 'token_type'] as const;

/** Milliseconds that clocks may differ. Source: Salesforce Help allows three minutes. */
const CLOCK_SKEW = 3 * 60 * 1000;

/**
 * An access token for a user named in a JWT that the app has signed; never a refresh token. The sf CLI sends `exp` in
 * milliseconds, and Salesforce takes it: only the past is refused. Source: Salesforce Help, OAuth 2.0 JWT Bearer Flow;
 * texts from public error reports (`expired authorization code` for an old assertion: simple-salesforce, New Relic's
 * exporter; `audience is invalid`: Paragon). The order of the checks is not known.
 */
export const bearerAssertion: Grant = async ({ org, scope, request, fields }) => {
  const assertion = fields['assertion'];
  const claims = assertion === undefined ? undefined : readAssertion(assertion);
  if (assertion === undefined || !claims?.iss) return oauthError('invalid_grant', 'invalid assertion');
  const app = knownApp(org.host(), org, claims.iss);
  if (!app) return oauthError('invalid_client_id', 'client identifier invalid');
  if (app.certificate === undefined || !(await isSignedBy(assertion, app.certificate))) {
    return oauthError('invalid_grant', 'invalid assertion');
  }
  if (!isAudience(scope, request, claims.aud)) return oauthError('invalid_grant', 'audience is invalid');
  if (claims.exp === undefined || claims.exp * 1000 < org.clock().getTime() - CLOCK_SKEW) {
    return oauthError('invalid_grant', 'expired authorization code');
  }
  const missing = refuseExternalApp(app);
  if (missing) return missing;
  if (app.blocked) throw new NotEmulatedError('the JWT bearer flow of a blocked app');
  const user = org.users.find(claims.sub ?? '');
  if (!user) return NOT_APPROVED;
  const scopes = approvedScopes(org, app, user);
  if (!Array.isArray(scopes)) return scopes;
  const refusal = refuseUser(org, user, request);
  if (refusal) return refusal;
  return tokenResponse({ org, scope, app, members: MEMBERS }, () => ({ userId: user.id, scopes }));
};

const NOT_APPROVED = oauthError('invalid_grant', "user hasn't approved this consumer");

/**
 * Pre-authorized users get the scopes of the app, others those that they have approved together with a refresh token.
 * Source: Salesforce Help, the same page. That `refresh_token` itself is not among them is believed without a source.
 */
function approvedScopes(org: Org, app: OAuthApp, user: OrgUser): string[] | OAuthError {
  if (!app.installed && !mayUseUninstalled(org, app, user)) {
    return oauthError('invalid_client', 'app must be installed into org');
  }
  if (app.permittedUsers === 'adminApproved') {
    return isPreAuthorized(org, app, user)
      ? withoutRefresh(app.scopes)
      : oauthError('invalid_app_access', 'user is not admin approved to access this app');
  }
  const approvals = org.oauth.families
    .approvals({ clientId: app.clientId, userId: user.id })
    .filter(({ family }) => family.scopes.includes('refresh_token'))
    .filter((approval) => !isRefreshTokenExpired(app, approval, org.clock()));
  return approvals.length === 0 ? NOT_APPROVED : withoutRefresh(approvals.flatMap(({ family }) => family.scopes));
}

function withoutRefresh(scopes: readonly string[]): string[] {
  return canonicalScopes(scopes).filter((scope) => scope !== 'refresh_token');
}
