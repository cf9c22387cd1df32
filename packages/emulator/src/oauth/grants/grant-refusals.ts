import { loginRefusal } from '../../access/login-refusal.ts';
import type { LoginRefusal } from '../../access/login-refusal.ts';
import { callerAddress } from '../../http/caller-address.ts';
import type { OperationRequest } from '../../operations/operation.ts';
import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';
import type { OAuthApp } from '../apps/oauth-app.ts';
import { oauthError } from '../oauth-error.ts';
import type { OAuthError } from '../oauth-error.ts';

/** Source: error reports of the JWT bearer flow, 2026. */
export function refuseExternalApp(app: OAuthApp): OAuthError | undefined {
  return app.kind === 'externalClientApp' && !app.installed
    ? oauthError('app_not_found', 'External client app is not installed in this org')
    : undefined;
}

const TEXTS: Readonly<Record<LoginRefusal, string>> = {
  inactiveUser: 'inactive user',
  frozenUser: 'authentication failure',
  loginHours: 'ip restricted or invalid login hours',
  ipRestricted: 'ip restricted or invalid login hours',
};

/**
 * Why this user may not have a session now. Source: Salesforce Help, OAuth Authorization Errors; texts as Marketo's
 * diagnostics, ASIDE.IO and other clients quote them; a frozen user's is restforce's fixture.
 */
export function refuseUser(org: Org, user: OrgUser | undefined, request: OperationRequest): OAuthError | undefined {
  const refusal = user ? loginRefusal(org, user, { ip: callerAddress(request) }) : 'inactiveUser';
  return refusal && oauthError('invalid_grant', TEXTS[refusal]);
}
