import type { OrgClient } from '@uman/core';

/** The org behind a connection, for one attempt. */
export interface OpenOrg {
  readonly client: OrgClient;
  /** The access token was refused: get a fresh one. Throws when the user has to connect again. */
  renew(): Promise<void>;
}

/** What activities are given. */
export interface ActivityDependencies {
  /** Throws `CONNECTION_NOT_FOUND` and its like, or what keeps the connection's store from answering. */
  openOrg(connectionId: string): Promise<OpenOrg>;
  /**
   * How long the org may go on with a request whose answer was lost. A write fails for good only once none of its
   * requests can take effect any more.
   * @default 600, after which Salesforce ends every request
   */
  readonly longestRequestSeconds?: number;
}
