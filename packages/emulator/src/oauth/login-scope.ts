import { isTestOrg } from '../host/org-identity.ts';
import type { OperationContext } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';

/** Where somebody logs in: which orgs that may be, and by which address they know it. */
export interface LoginScope {
  /** Oldest first; at the address of all orgs every one of them, at a login host those of its kind, at a My Domain one. */
  readonly orgs: readonly Org[];
  /** The issuer of what is signed here, e.g. `http://127.0.0.1:40123`; no trailing slash. */
  readonly url: string;
  /** A login host, which is nobody's My Domain. */
  readonly isLoginHost: boolean;
}

/** Source: Salesforce Help, My Domain Login and Application URL Formats; production and sandbox login hosts. */
export function loginScope({ host, org, request }: Pick<OperationContext, 'host' | 'org' | 'request'>): LoginScope {
  const { loginHost, headers } = request;
  if (loginHost) {
    const orgs = host.orgs().filter(({ identity }) => isTestOrg(identity) === (loginHost.door === 'test'));
    return { orgs, url: loginHost.url, isLoginHost: true };
  }
  const named = headers['host'] === undefined ? undefined : host.ofHostName(headers['host']);
  if (named) return { orgs: [named], url: `http://${headers['host']}`, isLoginHost: false };
  const others = host.orgs().filter(({ id }) => id !== org.id);
  return { orgs: [org, ...others], url: host.url(), isLoginHost: false };
}
