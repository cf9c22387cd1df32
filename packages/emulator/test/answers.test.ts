import { request as sendRequest } from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from './emulator-rig.ts';

interface RawAnswer {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly bytes: Buffer;
}

/** As it comes over the wire: nothing is unpacked. */
function raw(rig: EmulatorRig, path: string, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const url = `${rig.emulator.url}/services/data/v66.0${path}`;
    const authorization = `Bearer ${rig.accessToken}`;
    sendRequest(url, { headers: { authorization, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

it.each([
  ['gzip, deflate', 'gzip', gunzipSync],
  ['deflate', 'deflate', inflateSync],
])('are compressed for a client that accepts %s', async (accepted, encoding, unpack) => {
  await using rig = await createEmulatorRig();

  const { headers, bytes } = await raw(rig, '/sobjects', { 'accept-encoding': accepted });

  expect(headers['content-encoding']).toBe(encoding);
  expect(JSON.parse(unpack(bytes).toString('utf8'))).toMatchObject({ encoding: 'UTF-8', maxBatchSize: 200 });
});

it('are not compressed when they are small, or nobody asked for it', async () => {
  await using rig = await createEmulatorRig();

  const small = await raw(rig, '/limits/recordCount?sObjects=Account', { 'accept-encoding': 'gzip' });
  const plain = await raw(rig, '/sobjects', {});

  expect([small.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([undefined, undefined]);
});

it('carry a request id of their own', async () => {
  await using rig = await createEmulatorRig();

  const one = await rig.call('GET', '/limits');
  const other = await rig.call('GET', '/limits');

  expect(one.headers.get('x-sfdc-request-id')).toMatch(/^[0-9a-f]{32}$/);
  expect(one.headers.get('x-request-id')).toBe(one.headers.get('x-sfdc-request-id'));
  expect(one.headers.get('server')).toBe('sfdcedge');
  expect(other.headers.get('x-sfdc-request-id')).not.toBe(one.headers.get('x-sfdc-request-id'));
});
