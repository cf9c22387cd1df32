import type { EnvelopeCipher } from '@uman/encryption';

/** The app that Salesforce knows us by: an External Client App or connected app. */
export interface SalesforceApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Salesforce sends the browser back; registered with the app, character for character. */
  readonly redirectUri: string;
  /** @default ['openid', 'api', 'refresh_token'] */
  readonly scopes?: readonly string[];
}

export interface ConnectionsOptions {
  /** Postgres. Everything of ours lives in the schema `uman_connections`, which is made when it is not there. */
  readonly databaseUrl: string;
  /**
   * Connections to Postgres that this process opens at most, 2 at least. Processes times this have to fit the server's
   * `max_connections`.
   * @default 10
   */
  readonly mostDatabaseConnections?: number;
  /** Seals tokens before they reach the database. All processes need the same keys. */
  readonly cipher: EnvelopeCipher;
  readonly app: SalesforceApp;
  /**
   * Origins accepted beside Salesforce's own, such as an emulator's `http://127.0.0.1:8080`. Plain http only on loopback.
   * @default []
   */
  readonly allowedLoginHosts?: readonly string[];
  /**
   * How long Salesforce may take to answer a token request, in seconds. A refresh holds its row's lock this long at most,
   * plus ten seconds to store the answer.
   * @default 30
   */
  readonly tokenTimeoutSeconds?: number;
  /**
   * How long a user has from `startConnect` to the callback, in seconds.
   * @default 900
   */
  readonly connectFlowSeconds?: number;
  /** @default the system clock */
  readonly clock?: () => Date;
}
