import type { Org } from '../../org/org.ts';
import type { OAuthApp, RegisterAppOptions } from './oauth-app.ts';

/**
 * Registers an app in the org, or changes the one of the same client id. Blocking it ends its sessions and refresh tokens.
 * Source: Salesforce Help, Manage OAuth-Enabled Connected Apps Access to Your Data.
 */
export function registerApp(org: Org, options: RegisterAppOptions): OAuthApp {
  return org.transaction(() => {
    const app = org.oauth.apps.register(options);
    if (app.blocked) {
      org.sessions.revokeForApp(app.clientId);
      org.oauth.families.revokeForApp(app.clientId);
    }
    return app;
  });
}
