/** What the approval page says of each scope. Source: Salesforce Help, OAuth Tokens and Scopes. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  api: 'Manage user data via APIs',
  refresh_token: 'Perform requests at any time',
  openid: 'Access unique user identifiers',
  id: 'Access the identity URL service',
  profile: 'Access your basic information',
  email: 'Access your email address',
  web: 'Manage user data via Web browsers',
  full: 'Full access',
};

/**
 * The scopes of a request, in the order they are printed in. `offline_access` is another name of `refresh_token`.
 * Nothing asked for means all that the app has; undefined when something is asked for that the app does not have. An app
 * with `full` has all but `refresh_token`. Source: Salesforce Help, OAuth Tokens and Scopes.
 */
export function grantedScopes(requested: string | undefined, appScopes: readonly string[]): string[] | undefined {
  const wanted = canonicalScopes((requested ?? '').split(/[\s+]+/).filter(Boolean));
  const own = canonicalScopes(appScopes);
  if (wanted.length === 0) return own;
  const has = (scope: string): boolean =>
    own.includes(scope) || (own.includes('full') && scope !== 'refresh_token' && scope in DESCRIPTIONS);
  return wanted.every(has) ? wanted : undefined;
}

export function describeScope(scope: string): string {
  return DESCRIPTIONS[scope] ?? scope;
}

/** Each scope once, under the name that Salesforce prints. */
export function canonicalScopes(scopes: readonly string[]): string[] {
  return [...new Set(scopes.map(canonical))];
}

function canonical(scope: string): string {
  return scope === 'offline_access' ? 'refresh_token' : scope;
}
