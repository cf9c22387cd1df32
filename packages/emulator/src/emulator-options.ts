import type { MetadataSource } from './metadata/metadata-source.ts';

export interface EmulatorOptions {
  /** Port on 127.0.0.1. @default 0: a free one */
  readonly port?: number;
  /**
   * SQLite file that keeps the org, its users, apps, sessions, refresh tokens, metadata and records over a restart.
   *
   * @default in memory: gone when the process ends
   */
  readonly data?: string;
  /** Metadata installed before it listens. @default none */
  readonly install?: readonly MetadataSource[];
  /** @default the system clock */
  readonly clock?: () => Date;
  /** The org's daily API request limit. @default 100000 */
  readonly dailyApiRequests?: number;
}
