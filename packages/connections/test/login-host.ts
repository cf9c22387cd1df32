import { createHash, createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export interface LoginUser {
  readonly orgId: string;
  readonly userId: string;
  readonly username: string;
}

export const ada: LoginUser = {
  orgId: '00D1a000000KzYXEA0',
  userId: '0051a000000AbCdAAK',
  username: 'ada@acme.example',
};
export const ben: LoginUser = { ...ada, userId: '0051a000000EfGhAAK', username: 'ben@acme.example' };
export const zoe: LoginUser = {
  orgId: '00D2b000000QrStEAK',
  userId: '0052b000000UvWxAAK',
  username: 'zoe@other.example',
};

export const app = {
  clientId: '3MVG9-test-client',
  clientSecret: 'test-secret',
  redirectUri: 'https://uman.test/callback',
};

type Answer = Record<string, unknown>;

/** What a test may have the host do to token requests, one after another. */
export type TokenFault =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'dropBefore' | 'dropAfter' | 'holdAfter' | 'holdThenDrop' };

export interface LoginHost {
  readonly url: string;
  /** Who logs in next. */
  user: LoginUser;
  /** Whether refresh tokens rotate. */
  rotates: boolean;
  /** Makes the next answers lie; each gets the honest one. */
  readonly lies: {
    token?: (answer: Answer) => Answer;
    claims?: (claims: Answer) => Answer;
    discovery?: (document: Answer) => Answer;
    key?: KeyObject;
    userinfo?: (answer: Answer) => Answer;
  };
  readonly faults: TokenFault[];
  /** Form bodies of the token requests that arrived. */
  readonly tokenRequests: URLSearchParams[];
  readonly paths: string[];
  /** Resolves when a held answer is ready to be sent. */
  held(): Promise<void>;
  release(): void;
  isLive(accessToken: string): boolean;
  /** As when a user revokes the app in their settings. */
  revokeEverything(): void;
  close(): Promise<void>;
}

interface Family {
  readonly user: LoginUser;
  refreshToken: string;
  readonly accessTokens: Set<string>;
  revoked: boolean;
}

/** A login host that rotates refresh tokens and revokes the whole family when a spent one comes back, as Salesforce documents it. */
export async function startLoginHost(): Promise<LoginHost> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { challenge: string; nonce: string | null; user: LoginUser }>();
  const families: Family[] = [];
  const spent = new Map<string, Family>();
  let holding = Promise.withResolvers<void>();
  let releasing = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const host: LoginHost = {
    url,
    user: ada,
    rotates: true,
    lies: {},
    faults: [],
    tokenRequests: [],
    paths: [],
    held: () => holding.promise,
    release: () => releasing.resolve(),
    isLive: (token) => families.some((family) => !family.revoked && family.accessTokens.has(token)),
    revokeEverything: () => families.forEach((family) => (family.revoked = true)),
    async close() {
      releasing.resolve();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return host;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    host.paths.push(pathname);
    const json = (body: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return json((host.lies.discovery ?? honest)(discoveryDocument()));
      case '/id/keys':
        return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '248', alg: 'RS256', use: 'sig' }] });
      case '/services/oauth2/authorize':
        response.writeHead(302, { location: authorize(searchParams) }).end();
        return;
      case '/services/oauth2/token':
        return await tokenRequest(new URLSearchParams(await text(request)), json, response);
      case '/services/oauth2/userinfo': {
        const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
        const family = families.find(({ accessTokens, revoked }) => !revoked && accessTokens.has(token));
        if (family === undefined) return json('Bad_OAuth_Token', 403);
        const { user } = family;
        const answer = { sub: identityUrl(user), organization_id: user.orgId, preferred_username: user.username };
        return json((host.lies.userinfo ?? honest)(answer));
      }
      default:
        return json({}, 404);
    }
  }

  async function tokenRequest(
    form: URLSearchParams,
    json: (body: unknown, status?: number) => void,
    response: ServerResponse,
  ): Promise<void> {
    host.tokenRequests.push(form);
    const fault = host.faults.shift();
    if (fault?.kind === 'answer') return json(fault.body, fault.status);
    if (fault?.kind === 'dropBefore') return void response.destroy();
    const [body, status] = issue(form);
    if (fault?.kind === 'dropAfter') return void response.destroy();
    if (fault?.kind === 'holdAfter' || fault?.kind === 'holdThenDrop') {
      holding.resolve();
      await releasing.promise;
      [holding, releasing] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      if (fault.kind === 'holdThenDrop') return void response.destroy();
    } else {
      await pause(20); // a little time for callers to pile up
    }
    json(status === 200 ? (host.lies.token ?? honest)(body) : body, status);
  }

  function authorize(query: URLSearchParams): string {
    const callback = new URL(query.get('redirect_uri') ?? '');
    callback.searchParams.set('state', query.get('state') ?? '');
    if (query.get('code_challenge_method') !== 'S256') {
      callback.searchParams.set('error', 'invalid_request');
      return callback.href;
    }
    const code = `aPrx${randomBytes(20).toString('base64url')}==`;
    codes.set(code, { challenge: query.get('code_challenge') ?? '', nonce: query.get('nonce'), user: host.user });
    callback.searchParams.set('code', code);
    return callback.href;
  }

  function issue(form: URLSearchParams): [Answer, number] {
    const refuse = (error: string, description: string): [Answer, number] => [
      { error, error_description: description },
      400,
    ];
    if (form.get('client_id') !== app.clientId) return refuse('invalid_client_id', 'client identifier invalid');
    if (form.get('client_secret') !== app.clientSecret) return refuse('invalid_client', 'invalid client credentials');
    if (form.get('grant_type') === 'authorization_code') {
      const code = form.get('code') ?? '';
      const flow = codes.get(code);
      codes.delete(code);
      if (flow === undefined) return refuse('invalid_grant', 'expired authorization code');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (challenge !== flow.challenge) return refuse('invalid_request', 'invalid code verifier');
      const family: Family = {
        user: flow.user,
        refreshToken: newToken('5Aep861'),
        accessTokens: new Set(),
        revoked: false,
      };
      families.push(family);
      return [tokenAnswer(family, flow.nonce, true), 200];
    }
    const token = form.get('refresh_token') ?? '';
    const replayed = spent.get(token);
    if (replayed !== undefined) replayed.revoked = true;
    const family = families.find(({ refreshToken, revoked }) => !revoked && refreshToken === token);
    if (family === undefined) return refuse('invalid_grant', 'expired access/refresh token');
    if (host.rotates) {
      spent.set(token, family);
      family.refreshToken = newToken('5Aep861');
    }
    return [tokenAnswer(family, null, host.rotates), 200];
  }

  function tokenAnswer(family: Family, nonce: string | null, withRefreshToken: boolean): Answer {
    const accessToken = newToken(`${family.user.orgId.slice(0, 15)}!AQ`);
    family.accessTokens.add(accessToken);
    const id = identityUrl(family.user);
    const issuedAt = String(Date.now());
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: url, sub: id, aud: app.clientId, iat: now, exp: now + 120, ...(nonce !== null && { nonce }) };
    return {
      access_token: accessToken,
      ...(withRefreshToken && { refresh_token: family.refreshToken }),
      signature: createHmac('sha256', app.clientSecret)
        .update(id + issuedAt)
        .digest('base64'),
      scope: 'refresh_token api openid',
      id_token: jwt((host.lies.claims ?? honest)(claims), host.lies.key ?? privateKey),
      instance_url: url,
      id,
      token_type: 'Bearer',
      issued_at: issuedAt,
    };
  }

  function identityUrl({ orgId, userId }: LoginUser): string {
    return `https://login.salesforce.com/id/${orgId}/${userId}`;
  }

  function discoveryDocument(): Answer {
    return {
      issuer: url,
      authorization_endpoint: `${url}/services/oauth2/authorize`,
      token_endpoint: `${url}/services/oauth2/token`,
      userinfo_endpoint: `${url}/services/oauth2/userinfo`,
      jwks_uri: `${url}/id/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }
}

function honest(answer: Answer): Answer {
  return answer;
}

function newToken(prefix: string): string {
  return `${prefix}.${randomBytes(32).toString('base64url')}`;
}

function jwt(claims: Answer, key: KeyObject): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid: '248', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
