import type { NewOrg } from './host/org-host.ts';
import type { Seed } from './seed/seed.ts';
import type { RequestTimeouts } from './http/request-timeouts.ts';
import type { TlsOptions } from './http/server-address.ts';
import type { MetadataSource } from './metadata/metadata-source.ts';

export interface EmulatorOptions {
  /**
   * Address to listen on. Anybody who reaches it can do anything to the orgs, by the control endpoints: an emulator is no
   * place for real data, and what other machines reach should hold none.
   *
   * @default '127.0.0.1'
   */
  readonly address?: string;
  /** Serve https with this certificate and key (PEM). @default plain http */
  readonly tls?: TlsOptions;
  /** How long a client may take to send a request. @default 60 seconds for its headers, 5 minutes for all of it */
  readonly timeouts?: RequestTimeouts;
  /** @default 0: a free one */
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
  /** Records that the first org begins with: a JSON file, or what is in it. The same seed is created once in an org. @default none */
  readonly seed?: string | Seed;
  /** @default the system clock */
  readonly clock?: () => Date;
  /** What the first org is like, where `data` does not have it yet. @default a Developer Edition org */
  readonly org?: Partial<NewOrg>;
  /** The first org's daily API request limit. @default the one that `data` keeps, or 100000 */
  readonly dailyApiRequests?: number;
}
