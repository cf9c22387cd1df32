import { OAuthHostNotAllowedError, type HostPurpose } from './oauth-errors.ts';

/** Decides which hosts may be contacted or stored. */
export interface LoginHosts {
  /**
   * The origin of an address, once it is known to be acceptable.
   * @throws OAuthHostNotAllowedError
   */
  originOf(url: string, purpose: HostPurpose): string;
}

/**
 * Salesforce's login hosts and My Domains: `acme.my.salesforce.com`, and with the kind of org in between
 * (`acme--uat.sandbox.my…`, `x-dev-ed.develop.my…`, `x.scratch.my…`).
 * Source: Salesforce Help, "My Domain URL Formats".
 */
const SALESFORCE_HOST = /^(?:login|test|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9]+)?\.my)\.salesforce\.com$/;

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * @param allowedLoginHosts origins accepted beside Salesforce's
 * @throws OAuthHostNotAllowedError when one of them is plain http on anything but loopback, or no origin
 */
export function createLoginHosts(allowedLoginHosts: readonly string[]): LoginHosts {
  const allowed = new Set(allowedLoginHosts.map(parseAllowedOrigin));

  return {
    originOf(text, purpose) {
      const url = URL.parse(text);
      if (url === null) throw new OAuthHostNotAllowedError({ origin: 'an address that is no URL', purpose });
      const acceptable =
        url.username === '' &&
        url.password === '' &&
        (allowed.has(url.origin) ||
          (url.protocol === 'https:' && url.port === '' && SALESFORCE_HOST.test(url.hostname)));
      if (!acceptable) throw new OAuthHostNotAllowedError({ origin: `${url.protocol}//${url.host}`, purpose });
      return url.origin;
    },
  };
}

function parseAllowedOrigin(text: string): string {
  const url = URL.parse(text);
  const acceptable = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK_HOST.test(url.hostname));
  if (url === null || !acceptable) throw new OAuthHostNotAllowedError({ origin: text, purpose: 'configuration' });
  return url.origin;
}
