import type { NewOrg } from './host/org-host.ts';
import type { MetadataSource } from './metadata/metadata-source.ts';

export interface EmulatorOptions {
  /** Port on 127.0.0.1. @default 0: a free one */
  readonly port?: number;
  /** Port that stands for login.salesforce.com. @default 0: a free one */
  readonly loginPort?: number;
  /** Port that stands for test.salesforce.com. @default 0: a free one */
  readonly testLoginPort?: number;
  /**
   * SQLite file that keeps the org, its users, apps, sessions, refresh tokens, metadata and records over a restart;
   * further orgs are kept beside it, in the directory `<file>.orgs`. Or a directory (one that exists, or a path that
   * ends with a slash): each org has a file of its own in it.
   *
   * @default in memory: gone when the process ends
   */
  readonly data?: string;
  /** Metadata installed before it listens. @default none */
  readonly install?: readonly MetadataSource[];
  /** @default the system clock */
  readonly clock?: () => Date;
  /** What the first org is like, where `data` does not have it yet. @default a Developer Edition org */
  readonly org?: Partial<NewOrg>;
  /** The first org's daily API request limit. @default 100000 */
  readonly dailyApiRequests?: number;
}
