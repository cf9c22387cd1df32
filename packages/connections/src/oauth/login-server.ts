import {
  allowInsecureRequests,
  ClientSecretPost,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { SalesforceApp } from '../connections-options.ts';
import type { LoginHosts } from './login-hosts.ts';
import { toOAuthError } from './to-oauth-error.ts';
import { refreshAnswerFetch, wholeAnswerFetch } from './whole-answer-fetch.ts';

/** A login host as it described itself, ready for use. */
export interface LoginServer {
  readonly host: string;
  /** For connecting: verifies the id_token with the host's published keys. */
  readonly connecting: Configuration;
  /** For refreshing: reads no id_token, so that nothing but the answer itself decides whether it is kept. */
  readonly refreshing: Configuration;
}

export interface LoginServers {
  /**
   * The server behind a login URL; asked for its description once an hour.
   * @throws OAuthHostNotAllowedError, OAuthUnavailableError, OAuthRejectedError
   */
  at(loginUrl: string): Promise<LoginServer>;
}

const RELOAD_AFTER_MS = 3_600_000;

export function createLoginServers(options: {
  app: SalesforceApp;
  hosts: LoginHosts;
  timeoutSeconds: number;
  clock: () => Date;
}): LoginServers {
  const known = new Map<string, { server: Promise<LoginServer>; loadedAt: number }>();

  return {
    async at(loginUrl) {
      const origin = options.hosts.originOf(loginUrl, 'login');
      const now = options.clock().getTime();
      const entry = known.get(origin);
      if (entry !== undefined && now - entry.loadedAt < RELOAD_AFTER_MS) return await entry.server;
      const server = discoverLoginServer(origin, options);
      known.set(origin, { server, loadedAt: now });
      try {
        return await server;
      } catch (error) {
        known.delete(origin);
        throw error;
      }
    },
  };
}

async function discoverLoginServer(
  origin: string,
  { app, hosts, timeoutSeconds }: { app: SalesforceApp; hosts: LoginHosts; timeoutSeconds: number },
): Promise<LoginServer> {
  const { host, protocol } = new URL(origin);
  // Plain http gets this far only for an origin that is allowed explicitly and on loopback.
  const insecure = protocol === 'http:' ? [allowInsecureRequests] : [];
  const authentication = ClientSecretPost(app.clientSecret);
  let connecting: Configuration;
  try {
    connecting = await discovery(new URL(origin), app.clientId, undefined, authentication, {
      execute: [...insecure, enableNonRepudiationChecks],
      timeout: timeoutSeconds,
      [customFetch]: wholeAnswerFetch,
    });
  } catch (error) {
    throw toOAuthError(error, { attempted: 'read the OpenID configuration', host });
  }

  const server = connecting.serverMetadata();
  const endpoints = [server.authorization_endpoint, server.token_endpoint, server.jwks_uri, server.userinfo_endpoint];
  for (const endpoint of endpoints) hosts.originOf(endpoint ?? '', 'endpoint');

  const refreshing = new Configuration(server, app.clientId, undefined, authentication);
  for (const extension of insecure) extension(refreshing);
  refreshing.timeout = timeoutSeconds;
  refreshing[customFetch] = refreshAnswerFetch;
  return { host, connecting, refreshing };
}
