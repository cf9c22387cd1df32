import { createEmulator, type Emulator } from '@uman/emulator';

export const app = {
  clientId: '3MVG9-test-client',
  clientSecret: 'test-secret',
  redirectUri: 'https://uman.test/callback',
};

export interface LoginUser {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
}

/** An emulated org with our app and two users in it. */
export interface EmulatedOrg {
  readonly emulator: Emulator;
  readonly url: string;
  readonly orgId: string;
  readonly ada: LoginUser;
  readonly ben: LoginUser;
  /** How many token requests arrived, exchanges and refreshes together. */
  tokenCalls(): number;
  isLive(accessToken: string): Promise<boolean>;
  /** As when a user takes back the app's access. */
  revoke(token: string): Promise<void>;
  /** A bare refresh request, past all our care. */
  replay(refreshToken: string): Promise<Response>;
}

export const TOKEN_PATH = '/services/oauth2/token';

export async function createEmulatedOrg(): Promise<EmulatedOrg> {
  const emulator = await createEmulator();
  const { clientId, clientSecret, redirectUri } = app;
  emulator.registerApp({ name: 'uman', clientId, clientSecret, redirectUris: [redirectUri] });
  const addUser = (username: string, name: string): LoginUser => {
    const password = `${username}-password`;
    return { ...emulator.createUser({ username, password, name }), username, password };
  };
  const post = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(emulator.url + path, { method: 'POST', body: new URLSearchParams(fields) });

  return {
    emulator,
    url: emulator.url,
    orgId: emulator.org.id,
    ada: addUser('ada@acme.test', 'Ada Lovelace'),
    ben: addUser('ben@acme.test', 'Ben Franklin'),
    tokenCalls: () => emulator.requests().filter(({ path }) => path === TOKEN_PATH).length,
    async isLive(accessToken) {
      const headers = { authorization: `Bearer ${accessToken}` };
      return (await fetch(`${emulator.url}/services/oauth2/userinfo`, { headers })).ok;
    },
    async revoke(token) {
      await post('/services/oauth2/revoke', { token });
    },
    replay: (refreshToken) =>
      post(TOKEN_PATH, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: clientId,
        client_secret: clientSecret,
      }),
  };
}
