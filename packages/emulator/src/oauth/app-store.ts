import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { randomToken } from './token-secret.ts';

/** A connected app or external client app, as it is installed in this org. */
export interface OAuthApp {
  readonly clientId: string;
  /** Kept as it is, since the `signature` of each token response is an HMAC with it. */
  readonly clientSecret: string;
  readonly name: string;
  /** Compared character by character. */
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

export interface RegisterAppOptions {
  readonly name: string;
  /** @default a new one, `3MVG9…` */
  readonly clientId?: string;
  /** @default the known one of this client id, or a new one */
  readonly clientSecret?: string;
  readonly redirectUris: readonly string[];
  /** Scopes the app may ask for. @default ['openid', 'api', 'refresh_token'] */
  readonly scopes?: readonly string[];
}

export interface AppStore {
  /** The same client id again replaces what was registered. */
  register(app: RegisterAppOptions): OAuthApp;
  find(clientId: string): OAuthApp | undefined;
}

const DEFAULT_SCOPES = ['openid', 'api', 'refresh_token'];

export function createAppStore(database: DatabaseSync): AppStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_app (
    client_id TEXT PRIMARY KEY, client_secret TEXT NOT NULL, name TEXT NOT NULL,
    redirect_uris TEXT NOT NULL, scopes TEXT NOT NULL) STRICT`);
  const save = database.prepare(`INSERT INTO __oauth_app (client_id, client_secret, name, redirect_uris, scopes)
    VALUES (?, ?, ?, ?, ?) ON CONFLICT (client_id) DO UPDATE SET client_secret = excluded.client_secret,
    name = excluded.name, redirect_uris = excluded.redirect_uris, scopes = excluded.scopes`);
  const load = database.prepare('SELECT * FROM __oauth_app WHERE client_id = ?');

  function find(clientId: string): OAuthApp | undefined {
    const row = load.get(clientId);
    if (!row) return undefined;
    return {
      clientId,
      clientSecret: String(row['client_secret']),
      name: String(row['name']),
      redirectUris: JSON.parse(String(row['redirect_uris'])) as string[],
      scopes: JSON.parse(String(row['scopes'])) as string[],
    };
  }

  return {
    find,
    register(options) {
      const clientId = options.clientId ?? randomToken('3MVG9', 60);
      const app: OAuthApp = {
        clientId,
        clientSecret:
          options.clientSecret ?? find(clientId)?.clientSecret ?? randomBytes(32).toString('hex').toUpperCase(),
        name: options.name,
        redirectUris: [...options.redirectUris],
        scopes: [...(options.scopes ?? DEFAULT_SCOPES)],
      };
      save.run(clientId, app.clientSecret, app.name, JSON.stringify(app.redirectUris), JSON.stringify(app.scopes));
      return app;
    },
  };
}
