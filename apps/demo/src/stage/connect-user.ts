import type { Connection, Connections } from '@uman/connections';
import { logInAndAllow, type LogInOptions } from '@uman/emulator';

export interface ConnectUserOptions {
  readonly connections: Connections;
  readonly customerId: string;
  readonly loginUrl: string;
  /** Who connects, as they would type it into Salesforce's login page. */
  readonly user: LogInOptions;
}

/** A user connects their org: what a browser does, from "Connect Salesforce" to the callback. */
export async function connectUser({
  connections,
  customerId,
  loginUrl,
  user,
}: ConnectUserOptions): Promise<Connection> {
  const { authorizationUrl, state } = await connections.startConnect({ customerId, loginUrl });
  const callbackUrl = await logInAndAllow(authorizationUrl, user);
  return await connections.finishConnect({ callbackUrl, state });
}
