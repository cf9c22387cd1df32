import type { Org } from '../org/org.ts';
import type { LoginScope } from './login-scope.ts';

/** The org that has issued an access token or a refresh token, dead or alive. */
export function orgOfToken({ orgs }: LoginScope, token: string): Org | undefined {
  return orgs.find(({ sessions, oauth }) => sessions.find(token) ?? oauth.families.findRefreshToken(token));
}
