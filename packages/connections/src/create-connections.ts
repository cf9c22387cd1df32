import { finishConnect } from './connect-flow/finish-connect.ts';
import { createConnectFlowStore } from './connect-flow/connect-flow-store.ts';
import { createSaveConnection } from './connect-flow/save-connection.ts';
import { startConnect } from './connect-flow/start-connect.ts';
import type { Connections } from './connections.ts';
import type { ConnectionsOptions } from './connections-options.ts';
import { readConnectionRow, toConnection } from './database/connection-rows.ts';
import { openDatabase } from './database/open-database.ts';
import { createLoginHosts } from './oauth/login-hosts.ts';
import { createLoginServers } from './oauth/login-server.ts';
import { createRefreshAttempts } from './tokens/refresh-attempts.ts';
import { createTokenBroker } from './tokens/token-broker.ts';
import { createTokenVault } from './tokens/token-vault.ts';

/**
 * Connects to the database, brings its schema up to date and puts the parts together. Contacts no Salesforce host yet.
 *
 * @throws OAuthHostNotAllowedError when `allowedLoginHosts` names plain http outside loopback
 */
export async function createConnections(options: ConnectionsOptions): Promise<Connections> {
  const { cipher, app, clock = () => new Date(), tokenTimeoutSeconds = 30, connectFlowSeconds = 900 } = options;
  const hosts = createLoginHosts(options.allowedLoginHosts ?? []);
  const databases = await openDatabase(options.databaseUrl, options.mostDatabaseConnections ?? 10);
  const { direct, locking } = databases;

  const servers = createLoginServers({ app, hosts, timeoutSeconds: tokenTimeoutSeconds, clock });
  const vault = createTokenVault(cipher);
  const flows = createConnectFlowStore({ db: direct, cipher, clock, lifetimeSeconds: connectFlowSeconds });
  const attempts = createRefreshAttempts({ direct, clock });
  const saveConnection = createSaveConnection({ locking, vault, clock });
  const broker = createTokenBroker({
    direct,
    locking,
    attempts,
    vault,
    servers,
    app,
    hosts,
    clock,
    tokenTimeoutSeconds,
  });

  return {
    startConnect: (input) => startConnect(input, { db: direct, app, hosts, servers, flows }),
    finishConnect: (input) => finishConnect(input, { db: direct, app, hosts, servers, flows, saveConnection }),
    get: async (connectionId) => toConnection(await readConnectionRow(direct, connectionId)),
    accessToken: (connectionId) => broker.accessToken(connectionId),
    refresh: (connectionId, rejection) => broker.refresh(connectionId, rejection),
    async close() {
      await broker.idle();
      await databases.close();
    },
  };
}
