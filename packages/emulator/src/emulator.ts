import type { EmulatedOrg } from './emulated-org.ts';
import type { Faults } from './faults/faults.ts';
import type { NewOrg, NewSandbox } from './host/org-host.ts';

/**
 * A running emulator. What it shares with an org is that of its first org, but for the log of requests, which is that of
 * all of them.
 */
export interface Emulator extends EmulatedOrg {
  /** `http://127.0.0.1:PORT`: login host and instance URL of every org. */
  readonly url: string;
  /** In place of `https://login.salesforce.com`: where users of production and Developer Edition orgs log in, and no others. */
  readonly loginUrl: string;
  /** In place of `https://test.salesforce.com`: where users of sandboxes and scratch orgs log in, and no others. */
  readonly testLoginUrl: string;
  /** All orgs, oldest first. */
  readonly orgs: readonly EmulatedOrg[];
  /** Another org at the same address. @throws OrgExistsError */
  createOrg(options: NewOrg): EmulatedOrg;
  /** A copy of an org. @default of the first one @throws OrgExistsError, UnknownOrgError */
  createSandbox(options: NewSandbox & { readonly ofOrg?: string }): EmulatedOrg;
  /** @throws UnknownOrgError, and PrimaryOrgError for the first org */
  removeOrg(orgId: string): void;
  readonly faults: Faults;
  clearRequests(): void;
  /** Closes sockets and databases. */
  close(): Promise<void>;
}
