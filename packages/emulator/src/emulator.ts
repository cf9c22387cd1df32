import type { EmulatedOrg } from './emulated-org.ts';
import type { Faults } from './faults/faults.ts';
import type { LoggedRequest } from './http/request-log.ts';
import type { RequestFilter } from './http/request-filter.ts';
import type { SnapshotSummary } from './host/snapshots.ts';
import type { NewOrg, NewSandbox } from './host/org-host.ts';

/**
 * A running emulator. What it shares with an org is that of its first org, but for the log of requests, which is that of
 * all of them.
 */
export interface Emulator extends EmulatedOrg {
  /** `http://127.0.0.1:PORT` (with `tls`, `https://…`): login host and instance URL of every org. */
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
  /** Those of the last 10,000 requests to any org that fit, oldest first. */
  requests(filter?: RequestFilter): readonly LoggedRequest[];
  readonly snapshots: readonly SnapshotSummary[];
  /** A named copy of every org; it replaces one of the same name. */
  takeSnapshot(name: string): SnapshotSummary;
  /**
   * Puts every org back that the snapshot holds; of a snapshot of all orgs, those that are new since then end.
   *
   * @throws UnknownSnapshotError
   */
  restoreSnapshot(name: string): SnapshotSummary;
  removeSnapshot(name: string): void;
  /** As it began: the first org with the metadata and the seed that it was started with; no other org, no fault, no log. */
  reset(): void;
  clearRequests(): void;
  /** Closes sockets and databases. */
  close(): Promise<void>;
}
