import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { sendRaw, statusesOf } from './send-raw.ts';

const CREATE = 'POST /services/data/v66.0/sobjects/Account HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const BODY = '{"Name":"Acme"}';
const CLOSING = 'GET /services/data HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

const authorized = (rig: EmulatorRig) => `${CREATE}Authorization: Bearer ${rig.accessToken}\r\n`;

describe('a request that is no good HTTP', () => {
  it.each<[string, (start: string) => string, number]>([
    ['no HTTP at all', () => 'hello\r\n\r\n', 400],
    ['an unknown method', () => 'FETCH /services/data HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['CONNECT', () => 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['two lengths', (start) => `${start}Content-Length: 15\r\nContent-Length: 4\r\n\r\n${BODY}`, 400],
    ['a length and chunks', (start) => `${start}Content-Length: 15\r\nTransfer-Encoding: chunked\r\n\r\n${BODY}`, 400],
    ['a length that is none', (start) => `${start}Content-Length: 0x10\r\n\r\n${BODY}`, 400],
    ['a chunk without a size', (start) => `${start}Transfer-Encoding: chunked\r\n\r\nf\r\n${BODY}\r\nzz\r\n`, 400],
    ['a header with a NUL', (start) => `${start}X-A: a\0b\r\n\r\n`, 400],
    ['headers without end', (start) => `${start}${'X-A: aaaaaaaa\r\n'.repeat(30_000)}`, 431],
    ['headers that are too large', (start) => `${start}X-A: ${'a'.repeat(16_384)}\r\n\r\n`, 431],
    ['a URI that is too long', () => `GET /${'a'.repeat(16_384)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
    ['a length above the limit', (start) => `${start}Content-Length: 60000000\r\n\r\n`, 413],
    [
      'a length above the limit that waits to be asked for its body',
      (start) => `${start}Expect: 100-continue\r\nContent-Length: 60000000\r\n\r\n`,
      413,
    ],
    ['bytes in its path that are not ASCII', () => `GET /services/d\xe4ta HTTP/1.1\r\nHost: a\r\n\r\n`, 400],
    ['a fragment', () => 'GET /services/data#x HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ])('for %s is answered once, closed, and writes nothing', async (_, request, status) => {
    await using rig = await createEmulatorRig();

    const received = await sendRaw(rig.emulator.url, Buffer.from(request(authorized(rig)), 'latin1'));

    expect(statusesOf(received)).toEqual([status]);
    expect(received).toMatch(/^Connection: close\r$/im);
    expect(rig.emulator.count('Account')).toBe(0);
    expect((await rig.call('GET', '/limits')).status).toBe(200);
  });

  it('does not take the place of the answer to a good one before it', async () => {
    await using rig = await createEmulatorRig();

    const received = await sendRaw(
      rig.emulator.url,
      `${authorized(rig)}Content-Length: ${BODY.length}\r\n\r\n${BODY}garbage\r\n\r\n`,
    );

    expect(statusesOf(received)).toEqual([201, 400]);
    expect(rig.emulator.count('Account')).toBe(1);
  });
});

describe('a request in an unusual form', () => {
  it.each<[string, (start: string) => string, number[]]>([
    ['pipelined', (start) => `${start}Content-Length: 15\r\n\r\n${BODY}`.repeat(2) + CLOSING, [201, 201, 200]],
    [
      'in chunks',
      (start) => `${start}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\ne\r\n${BODY.slice(1)}\r\n0\r\n\r\n${CLOSING}`,
      [201, 200],
    ],
    [
      'asking first',
      (start) => `${start}Expect: 100-continue\r\nContent-Length: 15\r\n\r\n${BODY}${CLOSING}`,
      [100, 201, 200],
    ],
    ['of HTTP/1.0', () => 'GET /services/data HTTP/1.0\r\n\r\n', [200]],
    [
      'with an absolute URI',
      () => 'GET http://a/services/data HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n',
      [200],
    ],
  ])('%s is answered as any other', async (_, request, statuses) => {
    await using rig = await createEmulatorRig();

    const received = await sendRaw(rig.emulator.url, request(authorized(rig)));

    expect(statusesOf(received)).toEqual(statuses);
    expect(rig.emulator.count('Account')).toBe(statuses.filter((status) => status === 201).length);
  });
});

describe('a request that comes too slowly', () => {
  const timeouts = { headersMilliseconds: 100, requestMilliseconds: 200 };

  it.each([
    ['nothing', () => ''],
    ['half of its headers', () => 'GET /services/data HTTP/1.1\r\nHost:'],
    ['half of its body', (start: string) => `${start}Content-Length: 15\r\n\r\n{"Name":`],
    ['half of its chunks', (start: string) => `${start}Transfer-Encoding: chunked\r\n\r\nf\r\n${BODY}\r\n`],
  ])('with %s ends in 408, and writes nothing', async (_, request) => {
    await using rig = await createEmulatorRig({ timeouts });

    const received = await sendRaw(rig.emulator.url, request(authorized(rig)));

    expect(statusesOf(received)).toEqual([408]);
    expect(rig.emulator.count('Account')).toBe(0);
  });
});

it('forgets an upload whose client leaves', async () => {
  await using rig = await createEmulatorRig();
  const socket = connect(Number(new URL(rig.emulator.url).port), '127.0.0.1');

  await new Promise<void>((resolve) => {
    socket.write(`${authorized(rig)}Content-Length: 15\r\n\r\n{"Name":`, () => socket.destroy());
    socket.on('close', () => resolve());
  });

  expect((await rig.call('GET', '/limits')).status).toBe(200);
  expect(rig.emulator.count('Account')).toBe(0);
});

it.each([
  '/services/data/v66.0//sobjects/Account',
  '/services/data/v66.0/../v66.0/sobjects/Account',
  '/services/data/v66.0/%2e%2e/v66.0/sobjects/Account',
  '/services/data/v66.0/sobjects/./Account',
  '/services/data/v66.0/sobjects;a=b/Account',
  '/services/data/v66.0/sobjects/Account%00',
  '/services/data/v66.0/sobjects\\Account',
  '/services/data/v66.0/sobjects/Account%ff',
])('answers 400 to the path %s, and writes nothing', async (path) => {
  await using rig = await createEmulatorRig();
  const start = authorized(rig).replace('/services/data/v66.0/sobjects/Account', path);

  const received = await sendRaw(
    rig.emulator.url,
    `${start}Connection: close\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
  );

  expect(statusesOf(received)).toEqual([400]);
  expect(received).toContain('[{"errorCode":"BAD_REQUEST","message":"Bad URI"}]');
  expect(rig.emulator.count('Account')).toBe(0);
});

it('does not unpack a body further than the limit', async () => {
  await using rig = await createEmulatorRig();
  const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024), { level: 1 });
  const before = process.memoryUsage();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);

  const statuses: number[] = [];
  for (const path of ['/services/data/v66.0/sobjects/Account', '/services/oauth2/token']) {
    const type = path.endsWith('token') ? 'application/x-www-form-urlencoded' : 'application/json';
    const response = await fetch(rig.emulator.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${rig.accessToken}`, 'content-type': type, 'content-encoding': 'gzip' },
      body: bomb,
    });
    statuses.push(response.status);
    await response.body?.cancel();
  }
  clearInterval(watch);

  expect(statuses).toEqual([413, 413]);
  expect(most - before.rss).toBeLessThan(300 * 1024 * 1024);
});
