import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';
import { isPreAuthorized } from './pre-authorization.ts';
import type { OAuthApp } from './oauth-app.ts';

export interface AppRefusal {
  readonly error: string;
  readonly description: string;
  /** Where the browser ends: at the app's callback, or on a page of the org that the app never hears of. */
  readonly shownAt: 'callback' | 'orgPage';
}

/**
 * Why a user who logged in may not approve the app, by what administrators set up; undefined when they may. Source:
 * Salesforce Help, "Prepare for Connected App Usage Restrictions Change" (2025-09) and Manage OAuth Access Policies; the
 * codes and texts as clients and support pages of Microsoft, Pipedream, Airbyte and Salesforce Inspector Reloaded quote
 * them. In which order Salesforce looks is not known.
 */
export function appRefusal(org: Org, app: OAuthApp, user: OrgUser): AppRefusal | undefined {
  if (!app.installed && app.kind === 'externalClientApp') {
    return {
      error: 'OAUTH_EC_APP_NOT_FOUND',
      description: 'External client app is not installed in this org',
      shownAt: 'callback',
    };
  }
  if (app.blocked) {
    return { error: 'OAUTH_APP_BLOCKED', description: 'this app is blocked by admin', shownAt: 'callback' };
  }
  if (!app.installed && !mayUseUninstalled(org, app, user)) {
    return { error: 'invalid_client', description: 'app must be installed into org', shownAt: 'orgPage' };
  }
  if (app.permittedUsers === 'adminApproved' && !isPreAuthorized(org, app, user)) {
    return {
      error: 'OAUTH_APP_ACCESS_DENIED',
      description: 'user is not admin approved to access this app',
      shownAt: 'callback',
    };
  }
  return undefined;
}

/** Users who authorized it earlier go on; others need Approve Uninstalled Connected Apps. */
export function mayUseUninstalled(org: Org, app: OAuthApp, user: OrgUser): boolean {
  if (org.oauth.families.approvals({ clientId: app.clientId, userId: user.id }).length > 0) return true;
  return org.access.of(user.id).has('ApproveUninstalledConnectedApps');
}
