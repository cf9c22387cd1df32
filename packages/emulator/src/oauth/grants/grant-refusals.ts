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

/** Why this user may not have a session now. */
export function refuseUser(_org: Org, user: OrgUser | undefined, _request: OperationRequest): OAuthError | undefined {
  return user?.isActive ? undefined : oauthError('invalid_grant', 'inactive user');
}
