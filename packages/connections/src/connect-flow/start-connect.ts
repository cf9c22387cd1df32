import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { StartConnectInput, StartedConnect } from '../connections.ts';
import type { SalesforceApp } from '../connections-options.ts';
import { ConnectionNotFoundError } from '../connection-errors.ts';
import { readConnectionRow } from '../database/connection-rows.ts';
import type { Database } from '../database/open-database.ts';
import type { LoginHosts } from '../oauth/login-hosts.ts';
import type { LoginServers } from '../oauth/login-server.ts';
import type { ConnectFlowStore } from './connect-flow-store.ts';

const DEFAULT_SCOPES = ['openid', 'api', 'refresh_token'];

/** PKCE is always used, although Salesforce's OpenID configuration does not announce it: the app requires it. */
export async function startConnect(
  input: StartConnectInput,
  dependencies: {
    db: Database;
    app: SalesforceApp;
    hosts: LoginHosts;
    servers: LoginServers;
    flows: ConnectFlowStore;
  },
): Promise<StartedConnect> {
  const { db, app, hosts, servers, flows } = dependencies;
  const { customerId, reconnect } = input;
  const loginUrl = hosts.originOf(input.loginUrl, 'login');
  if (reconnect !== undefined) {
    const row = await readConnectionRow(db, reconnect);
    if (row.customer_id !== customerId) throw new ConnectionNotFoundError({ connectionId: reconnect });
  }
  const server = await servers.at(loginUrl);

  const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  await flows.save(state, { customerId, loginUrl, reconnect, codeVerifier, nonce });
  const authorizationUrl = buildAuthorizationUrl(server.connecting, {
    redirect_uri: app.redirectUri,
    scope: (app.scopes ?? DEFAULT_SCOPES).join(' '),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  return { authorizationUrl: authorizationUrl.href, state };
}
