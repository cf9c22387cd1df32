import type { Connection, Connections } from '@uman/connections';

/** The user who connects, as they would type it into Salesforce's login page. */
export interface ConnectUserOptions {
  readonly connections: Connections;
  readonly customerId: string;
  readonly loginUrl: string;
  readonly username: string;
  readonly password: string;
}

/** A user connects their org: what a browser does, from "Connect Salesforce" to the callback. */
export async function connectUser(options: ConnectUserOptions): Promise<Connection> {
  const { connections, customerId, loginUrl } = options;
  const { authorizationUrl, state } = await connections.startConnect({ customerId, loginUrl });
  const callbackUrl = await logInAndAllow(authorizationUrl, options);
  return await connections.finishConnect({ callbackUrl, state });
}

/** Fills in the login page and the consent page of the emulated org; resolves to where Salesforce sends the browser. */
async function logInAndAllow(authorizationUrl: string, user: ConnectUserOptions): Promise<string> {
  const page = await fetch(authorizationUrl, { redirect: 'manual' });
  if (page.status !== 200) throw new Error(`The login page answered ${page.status}: ${await page.text()}`);
  const answer = await fetch(authorizationUrl, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username: user.username, password: user.password, decision: 'allow' }),
  });
  const location = answer.headers.get('location');
  if (location === null)
    throw new Error(`The login of ${user.username} answered ${answer.status} and no address to go on to`);
  return location;
}
