import type { Connection } from '../connection.ts';
import type { FinishConnectInput } from '../connections.ts';
import type { SalesforceApp } from '../connections-options.ts';
import { readConnectionRow } from '../database/connection-rows.ts';
import type { Database } from '../database/open-database.ts';
import { exchangeCode } from '../oauth/exchange-code.ts';
import { isSameIdentity, type SalesforceIdentity } from '../oauth/identity-url.ts';
import type { LoginHosts } from '../oauth/login-hosts.ts';
import type { LoginServers } from '../oauth/login-server.ts';
import { OAuthOrgMismatchError, OAuthStateInvalidError } from '../oauth/oauth-errors.ts';
import type { ConnectFlowStore } from './connect-flow-store.ts';
import type { SaveConnection } from './save-connection.ts';

/** The flow is used up before anything else happens, so a callback that is replayed, or that fails, finds nothing. */
export async function finishConnect(
  { callbackUrl, state }: FinishConnectInput,
  dependencies: {
    db: Database;
    app: SalesforceApp;
    hosts: LoginHosts;
    servers: LoginServers;
    flows: ConnectFlowStore;
    saveConnection: SaveConnection;
  },
): Promise<Connection> {
  const { db, app, hosts, servers, flows, saveConnection } = dependencies;
  const callback = URL.parse(callbackUrl, app.redirectUri);
  if (callback === null || state === '' || callback.searchParams.get('state') !== state) {
    throw new OAuthStateInvalidError({ problem: 'mismatch' });
  }
  const { customerId, loginUrl, reconnect, codeVerifier, nonce } = await flows.take(state);
  const tokens = await exchangeCode({
    server: await servers.at(loginUrl),
    app,
    hosts,
    callbackQuery: callback.search,
    state,
    codeVerifier,
    nonce,
  });
  if (reconnect !== undefined) await assertSameUser(db, reconnect, tokens.identity);
  return await saveConnection({ customerId, loginUrl, tokens });
}

async function assertSameUser(db: Database, connectionId: string, actual: SalesforceIdentity): Promise<void> {
  const row = await readConnectionRow(db, connectionId);
  const expected = { orgId: row.org_id, userId: row.user_id };
  if (isSameIdentity(expected, actual)) return;
  throw new OAuthOrgMismatchError({
    connectionId,
    expectedOrgId: expected.orgId,
    actualOrgId: actual.orgId,
    expectedUserId: expected.userId,
    actualUserId: actual.userId,
  });
}
