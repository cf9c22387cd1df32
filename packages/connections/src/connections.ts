import type { AccessToken } from './access-token.ts';
import type { Connection } from './connection.ts';

export interface StartConnectInput {
  /** Our customer on whose behalf the user connects. */
  readonly customerId: string;
  /** `https://login.salesforce.com`, `https://test.salesforce.com`, or the org's My Domain; anything after the host is ignored. */
  readonly loginUrl: string;
  /** Connect this connection again: only its own org and user are accepted. */
  readonly reconnect?: string;
}

export interface StartedConnect {
  /** Send the browser here. */
  readonly authorizationUrl: string;
  /** Keep this in a cookie of the browser that started (HttpOnly, Secure, SameSite=Lax) and hand it to `finishConnect`. */
  readonly state: string;
}

export interface FinishConnectInput {
  /** The whole URL that Salesforce sent the browser to, query included. */
  readonly callbackUrl: string;
  /** From the browser's cookie, not from the URL. */
  readonly state: string;
}

/** Connections of Salesforce users: made by OAuth, kept in Postgres, asked for access tokens. Any number of processes may share a database. */
export interface Connections {
  /**
   * Begins a connect flow.
   * @throws OAuthHostNotAllowedError, OAuthUnavailableError, OAuthRejectedError, ConnectionNotFoundError (for `reconnect`)
   */
  startConnect(input: StartConnectInput): Promise<StartedConnect>;
  /**
   * Ends a connect flow: exchanges the code, verifies the answer, stores the tokens. The same org and user of the same
   * customer get the same connection again. Each flow can be ended once.
   * @throws OAuthStateInvalidError, OAuthAccessDeniedError, OAuthRejectedError, OAuthOrgMismatchError,
   *   OAuthHostNotAllowedError, OAuthUnavailableError
   */
  finishConnect(input: FinishConnectInput): Promise<Connection>;
  /** @throws ConnectionNotFoundError */
  get(connectionId: string): Promise<Connection>;
  /**
   * The access token of the current generation. Salesforce gives no expiry with a token, so only a 401 tells that it has
   * died: call `refresh` with its generation then.
   * @throws ConnectionNotFoundError, ReauthorizationRequiredError
   */
  accessToken(connectionId: string): Promise<AccessToken>;
  /**
   * An access token newer than the generation that Salesforce rejected. One refresh happens for each generation, however
   * many processes ask; the others are given what it brought.
   * @throws ConnectionNotFoundError, ReauthorizationRequiredError, OAuthUnavailableError, OAuthRejectedError
   */
  refresh(connectionId: string, options: { rejectedGeneration: number }): Promise<AccessToken>;
  /** Waits for what is under way, then leaves the database. */
  close(): Promise<void>;
}
