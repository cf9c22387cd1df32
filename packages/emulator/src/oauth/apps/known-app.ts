import type { OrgHost } from '../../host/org-host.ts';
import type { Org } from '../../org/org.ts';
import { cliApp } from './cli-app.ts';
import type { OAuthApp } from './oauth-app.ts';

/**
 * The app as the org has it; one that only another org has is not installed in this one, as an app is whose maker's org is
 * not this one. Undefined for what no org knows.
 */
export function knownApp(host: OrgHost, org: Org, clientId: string): OAuthApp | undefined {
  const own = org.oauth.apps.find(clientId);
  if (own) return own;
  if (clientId === cliApp.clientId) return cliApp;
  for (const other of host.orgs()) {
    const app = other.oauth.apps.find(clientId);
    if (app) return { ...app, installed: false };
  }
  return undefined;
}
