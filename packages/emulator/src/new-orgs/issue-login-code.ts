import type { Org } from '../org/org.ts';

export interface LoginCodeOptions {
  readonly userId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** The org whose app it is, if it knows it. */
  readonly appOf?: Org;
}

/**
 * A code that the CLI trades for its first tokens in an org that was just made, and the app that it does so as: a copy of
 * the one that it named, or the CLI's own, which has neither secret nor PKCE there. Source: @salesforce/core,
 * `authorizeScratchOrg` and `sandboxAuth`.
 */
export function issueLoginCode(org: Org, { userId, clientId, redirectUri, appOf }: LoginCodeOptions): string {
  const scopes = ['refresh_token', 'api', 'web'];
  const known = org.oauth.apps.find(clientId) ?? appOf?.oauth.apps.find(clientId);
  org.oauth.apps.register({
    name: 'Salesforce CLI',
    scopes,
    ...known,
    clientId,
    redirectUris: [...new Set([...(known?.redirectUris ?? []), redirectUri])],
    pkceRequired: false,
    secretRequiredForWebServerFlow: false,
    secretRequiredForRefresh: false,
  });
  const grant = { clientId, redirectUri, userId, scopes, nonce: undefined, codeChallenge: undefined };
  return org.oauth.codes.create(grant, org.clock());
}
