import { MetadataError } from '../../metadata/metadata-error.ts';
import type { MetadataComponent } from '../../metadata/metadata-component.ts';
import type { Org } from '../../org/org.ts';
import { toShortId } from '../../org/record-id.ts';
import type { AppSettings, OAuthApp } from '../apps/oauth-app.ts';
import { registerApp } from '../apps/register-app.ts';

/** What one piece of metadata says of an app. */
export interface AppChanges extends Partial<AppSettings> {
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/**
 * Registers the app that metadata of this API name describes, or changes it. Without a consumer key the org makes one; an
 * app that has a callback already keeps its key. Source: Metadata API guide, ConnectedApp, `consumerKey` (set when the app
 * is made, and never again); the refusal of a key that another app has: issues of Salesforce's DevOps Center.
 *
 * @throws MetadataError
 */
export function changeApp(
  org: Org,
  component: MetadataComponent,
  developerName: string,
  { clientId: named, ...changes }: AppChanges,
): OAuthApp {
  const known = org.oauth.apps.findByDeveloperName(developerName);
  const isKeyed = known !== undefined && (known.redirectUris.length > 0 || named === undefined);
  const clientId = isKeyed ? known.clientId : named;
  const holder = clientId === undefined ? undefined : org.oauth.apps.find(clientId);
  if (holder?.developerName !== undefined && holder.developerName !== known?.developerName) {
    throw new MetadataError({ file: component.file, problem: 'The consumer key is already taken' });
  }
  if (known && !isKeyed) org.oauth.apps.remove(known.clientId);
  return registerApp(org, {
    name: developerName,
    redirectUris: [],
    ...holder,
    ...known,
    ...changes,
    developerName,
    ...(clientId !== undefined && { clientId }),
  });
}

/** The app that a part of an external client app names. @throws MetadataError */
export function partOfApp(org: Org, component: MetadataComponent, developerName: string): string {
  if (org.oauth.apps.findByDeveloperName(developerName)) return developerName;
  throw new MetadataError({
    file: component.file,
    problem: `no ExternalClientApplication named ${developerName} found`,
  });
}

/** Takes the app out of the org, with its sessions and refresh tokens. */
export function removeApp(org: Org, developerName: string): void {
  const app = org.oauth.apps.findByDeveloperName(developerName);
  if (!app) return;
  org.sessions.revokeForApp(app.clientId);
  org.oauth.families.revokeForApp(app.clientId);
  org.oauth.apps.remove(app.clientId);
}

/** @param orgScopedName e.g. `00D000000000062:Acme_Sync`: the org that made the app, and its name there */
export function settingsOfSource(org: Org, orgScopedName: string): AppChanges {
  const [orgId = '', name = ''] = orgScopedName.split(':');
  const source = toShortId(orgId) === toShortId(org.id) ? undefined : org.host().find(orgId);
  const app = source?.oauth.apps.findByDeveloperName(name);
  if (!app) return {};
  const { permittedUsers: _users, approvedProfiles: _profiles, approvedPermissionSets: _sets, ...shared } = app;
  return shared;
}
