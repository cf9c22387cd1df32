import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OrgClientOptions } from '../org-client-options.ts';
import { createOrgTransport, type OrgTransport } from './org-transport.ts';

let server: Server | undefined;
let seen = 0;

/** An org that answers as told; what is tested is the way there and back. */
async function anOrg(answer: RequestListener, options: Partial<OrgClientOptions> = {}): Promise<OrgTransport> {
  seen = 0;
  server = createServer((request, response) => {
    seen += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createOrgTransport({
    instanceUrl: `http://127.0.0.1:${port}/`,
    accessToken: async () => 'a-token',
    ...options,
  });
}

const json = { 'content-type': 'application/json;charset=UTF-8' };
const write = { method: 'POST', path: '/sobjects/Account', body: { Name: 'Acme' }, answer: z.unknown() } as const;
const creating = { ...write, attempt: { verb: 'create', object: 'Account' } } as const;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  server = undefined;
});

it('asks for the access token before each request', async () => {
  const tokens = ['first', 'second'];
  const sent: (string | undefined)[] = [];
  const org = await anOrg(
    (request, response) => {
      sent.push(request.headers.authorization);
      response.writeHead(200, json).end('{}');
    },
    { accessToken: async () => tokens.shift() ?? '' },
  );

  await org.send(creating);
  await org.send(creating);

  expect(sent).toEqual(['Bearer first', 'Bearer second']);
  expect(org.apiCalls).toBe(2);
});

it('sends to the version it was told, and keeps what the org says about its limits', async () => {
  let url: string | undefined;
  const org = await anOrg((request, response) => {
    url = request.url;
    response
      .writeHead(200, { ...json, 'sforce-limit-info': 'api-usage=18/5000; per-app-api-usage=17/250(appName=uman)' })
      .end('{}');
  });

  await org.send(creating);

  expect(url).toBe('/services/data/v66.0/sobjects/Account');
  expect(org.apiUsage).toEqual({
    org: { used: 18, limit: 5000 },
    app: { used: 17, limit: 250, name: 'uman' },
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});

describe('what counts against the limits of the org', () => {
  const refusal = JSON.stringify([{ errorCode: 'SERVER_UNAVAILABLE', message: 'server too busy' }]);

  it.each([
    ['a refusal that says that it counted', 400, { 'sforce-limit-info': 'api-usage=18/5000' }, 1],
    ['an org that is down', 503, {}, 0],
    ['a limit that is spent', 403, {}, 0],
    ['a session that is refused', 401, {}, 0],
    ['a good answer whose header a proxy has removed', 200, {}, 1],
  ])('%s', async (_name, status, headers, apiCalls) => {
    const org = await anOrg((_request, response) => response.writeHead(status, { ...json, ...headers }).end(refusal));

    await org.send(creating).catch(() => {});

    expect(org.apiCalls).toBe(apiCalls);
  });
});

describe('an answer that does not come', () => {
  it('leaves a write unknown when the connection breaks', async () => {
    const org = await anOrg((request) => request.socket.destroy());

    await expect(org.send(creating)).rejects.toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', outcome: 'unknown' });
    expect(seen).toBe(1);
    expect(org.apiCalls).toBe(1);
  });

  it('leaves a write unknown when the answer breaks off in the middle', async () => {
    const org = await anOrg((_request, response) => {
      response.writeHead(201, { ...json, 'content-length': 100 });
      response.write('{"id":', () => response.destroy());
    });

    await expect(org.send(creating)).rejects.toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', outcome: 'unknown' });
  });

  it('leaves a write unknown when time is up', async () => {
    const org = await anOrg(() => undefined, { timeoutSeconds: 0.05 });

    await expect(org.send(creating)).rejects.toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', outcome: 'unknown' });
  });

  it('leaves nothing unknown when it was a read', async () => {
    const org = await anOrg((request) => request.socket.destroy());
    const reading = { ...creating, method: 'GET', body: undefined, attempt: { verb: 'retrieve' } } as const;

    await expect(org.send(reading)).rejects.toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', outcome: 'notApplied' });
    expect(seen).toBe(1);
  });

  it('leaves nothing unknown, and costs nothing, when the org cannot be reached', async () => {
    const org = await anOrg(() => undefined);
    await new Promise((resolve) => server?.close(resolve));

    await expect(org.send(creating)).rejects.toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', outcome: 'notApplied' });
    expect(org.apiCalls).toBe(0);
  });

  it('rejects with the reason of the caller who gave up', async () => {
    const abort = new AbortController();
    const org = await anOrg(() => abort.abort(new Error('the user went away')));

    await expect(org.send({ ...creating, signal: abort.signal })).rejects.toThrow('the user went away');
  });
});

describe('an answer that says no', () => {
  const expired = '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]';

  it('is not asked twice: a refused session is handed on, and does not count', async () => {
    const org = await anOrg((_request, response) => response.writeHead(401, json).end(expired));

    await expect(org.send(creating)).rejects.toMatchObject({
      code: 'SALESFORCE_SESSION_EXPIRED',
      outcome: 'notApplied',
    });
    expect(seen).toBe(1);
    expect(org.apiCalls).toBe(0);
  });

  it.each([420, 429, 500, 502, 503, 504])('is not asked twice: %i', async (status) => {
    const org = await anOrg((_request, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end('<p>'),
    );

    await expect(org.send({ ...creating, method: 'DELETE', body: undefined })).rejects.toMatchObject({
      httpStatus: status,
    });
    expect(seen).toBe(1);
  });

  it('never follows a redirect with the access token', async () => {
    const org = await anOrg((_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end());

    await expect(org.send(creating)).rejects.toMatchObject({ code: 'SALESFORCE_REQUEST_INVALID', httpStatus: 302 });
  });

  it('shows the records behind a 300', async () => {
    const urls =
      '["/services/data/v66.0/sobjects/Account/001B000001LntWlIAJ","/services/data/v66.0/sobjects/Account/001B000001LwihtIAB"]';
    const org = await anOrg((_request, response) => response.writeHead(300, json).end(urls));

    await expect(org.send(creating)).rejects.toMatchObject({
      code: 'RECORD_AMBIGUOUS',
      candidates: [
        { id: '001B000001LntWlIAJ', name: null },
        { id: '001B000001LwihtIAB', name: null },
      ],
    });
  });

  it('reports an answer of another form without its values', async () => {
    const org = await anOrg((_request, response) =>
      response.writeHead(201, json).end('{"id":"Secret","success":true}'),
    );
    const answer = z.object({ id: z.string().length(18) });

    const error = await org.send({ ...creating, answer }).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({
      code: 'SALESFORCE_RESPONSE_UNEXPECTED',
      outcome: 'unknown',
      issues: [{ path: 'id' }],
    });
    expect(JSON.stringify(error)).not.toContain('Secret');
  });

  it('never shows the access token', async () => {
    const org = await anOrg((_request, response) =>
      response.writeHead(500, json).end('[{"errorCode":"X","message":"y"}]'),
    );

    const error = await org.send(creating).catch((thrown: unknown) => thrown);

    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('a-token');
  });
});

it('lets an error of the token provider through', async () => {
  const org = createOrgTransport({
    instanceUrl: 'http://127.0.0.1:9',
    accessToken: async () => {
      throw new Error('no such connection');
    },
  });

  await expect(org.send(creating)).rejects.toThrow('no such connection');
});

it.each([
  ['a version with a v', { apiVersion: 'v66.0' }, /apiVersion/],
  ['no time at all', { timeoutSeconds: 0 }, /timeoutSeconds/],
  ['more time than a connection lives', { timeoutSeconds: 301 }, /timeoutSeconds/],
])('refuses %s', (_name, options, message) => {
  const complete = { instanceUrl: 'http://127.0.0.1:9', accessToken: async () => '', ...options };

  expect(() => createOrgTransport(complete)).toThrow(message);
});
