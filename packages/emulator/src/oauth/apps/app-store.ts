import { randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { addColumn } from '../../org/add-column.ts';
import { randomToken } from '../token-secret.ts';
import { defaultAppSettings } from './oauth-app.ts';
import type { AppSettings, OAuthApp, RegisterAppOptions } from './oauth-app.ts';

export interface AppStore {
  /** The same client id again replaces what was registered. */
  register(app: RegisterAppOptions): OAuthApp;
  find(clientId: string): OAuthApp | undefined;
  /** The app that came from metadata of this API name. */
  findByDeveloperName(developerName: string): OAuthApp | undefined;
  remove(clientId: string): void;
  /** Apps in the order of their registration. */
  list(): OAuthApp[];
}

/** Apps in the org's database. */
export function createAppStore(database: DatabaseSync): AppStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_app (
    client_id TEXT PRIMARY KEY, client_secret TEXT NOT NULL, name TEXT NOT NULL,
    redirect_uris TEXT NOT NULL, scopes TEXT NOT NULL, settings TEXT NOT NULL DEFAULT '{}') STRICT`);
  addColumn(database, '__oauth_app', 'settings', `TEXT NOT NULL DEFAULT '{}'`);
  const save =
    database.prepare(`INSERT INTO __oauth_app (client_id, client_secret, name, redirect_uris, scopes, settings)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (client_id) DO UPDATE SET client_secret = excluded.client_secret,
    name = excluded.name, redirect_uris = excluded.redirect_uris, scopes = excluded.scopes, settings = excluded.settings`);
  const load = database.prepare('SELECT * FROM __oauth_app WHERE client_id = ?');
  const remove = database.prepare('DELETE FROM __oauth_app WHERE client_id = ?');
  const loadAll = database.prepare('SELECT * FROM __oauth_app ORDER BY rowid');

  function find(clientId: string): OAuthApp | undefined {
    const row = load.get(clientId);
    return row && toApp(row);
  }

  const list = (): OAuthApp[] => loadAll.all().map(toApp);
  return {
    find,
    list,
    remove(clientId) {
      remove.run(clientId);
    },
    findByDeveloperName: (developerName) =>
      list().find((app) => app.developerName?.toLowerCase() === developerName.toLowerCase()),
    register({ clientId = randomToken('3MVG9', 60), clientSecret, ...given }) {
      const app: OAuthApp = {
        ...defaultAppSettings,
        ...given,
        clientId,
        clientSecret: clientSecret ?? find(clientId)?.clientSecret ?? randomBytes(32).toString('hex').toUpperCase(),
      };
      const { clientId: id, clientSecret: secret, name, redirectUris, scopes, ...settings } = app;
      save.run(id, secret, name, JSON.stringify(redirectUris), JSON.stringify(scopes), JSON.stringify(settings));
      return app;
    },
  };
}

function toApp(row: Record<string, SQLOutputValue>): OAuthApp {
  return {
    ...defaultAppSettings,
    ...(JSON.parse(String(row['settings'])) as Partial<AppSettings>),
    clientId: String(row['client_id']),
    clientSecret: String(row['client_secret']),
    name: String(row['name']),
    redirectUris: JSON.parse(String(row['redirect_uris'])) as string[],
    scopes: JSON.parse(String(row['scopes'])) as string[],
  };
}
