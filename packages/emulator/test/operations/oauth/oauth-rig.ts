import { createHash, randomBytes } from 'node:crypto';
import { createEmulator } from '../../../src/index.ts';
import type { Emulator, EmulatorOptions } from '../../../src/index.ts';

export const REDIRECT_URI = 'https://app.uman.test/oauth/callback';

export interface TokenBody {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly signature: string;
  readonly scope: string;
  readonly id_token: string;
  readonly instance_url: string;
  readonly id: string;
  readonly token_type: string;
  readonly issued_at: string;
}

type Fields = Readonly<Record<string, string | undefined>>;

/** An emulated org with one app, and the steps of its OAuth flow as a browser and a server take them. */
export interface OAuthRig {
  readonly emulator: Emulator;
  readonly app: { readonly clientId: string; readonly clientSecret: string };
  readonly verifier: string;
  /** A good request for authorization; a field set to undefined is left out. */
  authorizationUrl(changes?: Fields): string;
  /** Logs the administrator in and allows access in one step; gives where the browser is sent. */
  allow(changes?: Fields): Promise<URL>;
  post(path: string, form: Fields, headers?: Record<string, string>): Promise<Response>;
  /** Redeems a code with all that belongs to it. */
  redeem(code: string, changes?: Fields): Promise<Response>;
  refresh(refreshToken: string, changes?: Fields): Promise<Response>;
  /** The whole flow, up to the tokens. */
  connect(changes?: Fields): Promise<TokenBody>;
  get(path: string, accessToken?: string): Promise<Response>;
}

export async function createOAuthRig(options: EmulatorOptions = {}): Promise<OAuthRig> {
  const emulator = await createEmulator(options);
  const app = emulator.registerApp({ name: 'uman', redirectUris: [REDIRECT_URI] });
  const verifier = randomBytes(32).toString('base64url');
  const client = { client_id: app.clientId, client_secret: app.clientSecret };

  function authorizationUrl(changes: Fields = {}): string {
    const url = new URL('/services/oauth2/authorize', emulator.url);
    url.search = form({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: REDIRECT_URI,
      scope: 'openid api refresh_token',
      state: 'the state',
      nonce: 'the-nonce',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    }).toString();
    return url.href;
  }

  function post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(new URL(path, emulator.url), { method: 'POST', body: form(fields), headers, redirect: 'manual' });
  }

  async function allow(changes: Fields = {}): Promise<URL> {
    const { username, password } = emulator.admin;
    const response = await post(authorizationUrl(changes), { username, password, decision: 'allow' });
    return new URL(response.headers.get('location') ?? '');
  }

  const redeem = (code: string, changes: Fields = {}): Promise<Response> =>
    post('/services/oauth2/token', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
      ...client,
      ...changes,
    });

  return {
    emulator,
    app,
    verifier,
    authorizationUrl,
    allow,
    post,
    redeem,
    refresh: (refreshToken, changes = {}) =>
      post('/services/oauth2/token', {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        ...client,
        ...changes,
      }),
    async connect(changes = {}) {
      const code = (await allow(changes)).searchParams.get('code') ?? '';
      return (await (await redeem(code)).json()) as TokenBody;
    },
    get: (path, accessToken) =>
      fetch(
        new URL(path, emulator.url),
        accessToken === undefined ? {} : { headers: { authorization: `Bearer ${accessToken}` } },
      ),
  };
}

function form(fields: Fields): URLSearchParams {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given);
}
