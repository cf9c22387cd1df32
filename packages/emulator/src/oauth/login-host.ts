/** What stands for `login.salesforce.com` and `test.salesforce.com`: a port of its own, or a host name. */
export interface LoginHost {
  /** `production` finds users of production and Developer Edition orgs, `test` those of sandboxes and scratch orgs. */
  readonly door: LoginDoor;
  /** Without a trailing slash. */
  readonly url: string;
}

export type LoginDoor = 'production' | 'test';

const NAMES: ReadonlyMap<string, LoginDoor> = new Map([
  ['login.salesforce.com', 'production'],
  ['login.localhost', 'production'],
  ['test.salesforce.com', 'test'],
  ['test.localhost', 'test'],
]);

/** The login host that a `Host` header names, with or without a port. */
export function namedLoginHost(header: string | undefined): LoginHost | undefined {
  const door = NAMES.get((header ?? '').replace(/:\d+$/, '').toLowerCase());
  return door && { door, url: `http://${header}` };
}
