import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { TOKEN_PATH } from './emulated-org.ts';

type Answer = Record<string, unknown>;
type Lie = (honest: Answer) => Answer;

/**
 * Stands between us and an emulated org as a login host of its own: passes everything on, signs the id_tokens with its
 * own key, and can change or hold back the answers. For what an honest org never does, and for moments no clock can hit.
 */
export interface ManInTheMiddle {
  readonly url: string;
  readonly lies: { discovery?: Lie; token?: Lie; claims?: Lie; userinfo?: Lie; key?: KeyObject };
  /** The next token answer is held back, the org having committed it, and `release` sends or drops it. */
  holdNext(): { readonly held: Promise<void>; readonly release: (then: 'send' | 'drop') => void };
  close(): Promise<void>;
}

export async function startManInTheMiddle(org: { readonly url: string }): Promise<ManInTheMiddle> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const holds: { held: () => void; released: Promise<'send' | 'drop'> }[] = [];
  const releases: (() => void)[] = [];
  const lies: ManInTheMiddle['lies'] = {};
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    lies,
    holdNext() {
      const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<'send' | 'drop'>()];
      holds.push({ held: held.resolve, released: released.promise });
      releases.push(() => released.resolve('drop'));
      return { held: held.promise, release: released.resolve };
    },
    async close() {
      for (const release of releases) release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', url);
    const upstream = await passOn(request);
    const hold = pathname === TOKEN_PATH ? holds.shift() : undefined;
    if (hold !== undefined) {
      hold.held();
      if ((await hold.released) === 'drop') return void response.destroy();
    }
    const location = upstream.headers.get('location');
    const text = await upstream.text();
    response.writeHead(upstream.status, {
      'content-type': upstream.headers.get('content-type') ?? 'text/plain',
      ...(location !== null && { location }),
    });
    response.end(upstream.ok ? changed(pathname, text) : text);
  }

  async function passOn(request: IncomingMessage): Promise<Response> {
    const { authorization, 'content-type': contentType } = request.headers;
    return await fetch(org.url + (request.url ?? '/'), {
      method: request.method ?? 'GET',
      headers: { ...(authorization && { authorization }), ...(contentType && { 'content-type': contentType }) },
      ...(request.method === 'POST' && { body: new Uint8Array(await buffer(request)) }),
      redirect: 'manual',
    });
  }

  function changed(pathname: string, text: string): string {
    switch (pathname) {
      case '/.well-known/openid-configuration': {
        const document = JSON.parse(text.replaceAll(org.url, url)) as Answer;
        return JSON.stringify(lies.discovery?.(document) ?? document);
      }
      case '/id/keys':
        return JSON.stringify({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'mitm', alg: 'RS256', use: 'sig' }],
        });
      case TOKEN_PATH: {
        const honest = JSON.parse(text) as Answer;
        const answer = { ...honest, id_token: signedAgain(String(honest['id_token'])) };
        return JSON.stringify(lies.token?.(answer) ?? answer);
      }
      case '/services/oauth2/userinfo': {
        const answer = JSON.parse(text) as Answer;
        return JSON.stringify(lies.userinfo?.(answer) ?? answer);
      }
      default:
        return text;
    }
  }

  function signedAgain(idToken: string): string {
    const [, payload = ''] = idToken.split('.');
    const honest = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Answer), iss: url };
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'mitm', typ: 'JWT' })}.${part(lies.claims?.(honest) ?? honest)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), lies.key ?? privateKey).toString('base64url')}`;
  }
}
