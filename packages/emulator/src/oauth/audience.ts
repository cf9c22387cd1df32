import type { Org } from '../org/org.ts';

/** The login hosts of Salesforce itself, which clients name whatever address they really call. */
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/**
 * Whether an assertion is meant for this org's login: `aud` is a login host or the org's own address, with or without a
 * slash behind it. Source: Salesforce Help, OAuth 2.0 JWT Bearer Flow; the sf CLI, which names the login URL it was given.
 */
export function isAudience(org: Org, audience: unknown): boolean {
  const named = (Array.isArray(audience) ? audience : [audience]).map((value) => String(value).replace(/\/$/, ''));
  return named.some((value) => [...LOGIN_HOSTS, org.url()].includes(value));
}
