import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('lists v31.0 to v68.0 without a session, and counts nothing', async () => {
  await using rig = await createEmulatorRig();

  const { status, headers, body } = await rig.call('GET', '/services/data', undefined, { authorization: '' });

  expect(status).toBe(200);
  expect(headers.has('sforce-limit-info')).toBe(false);
  const versions = body as { version: string }[];
  expect(versions[0]).toEqual({ label: "Summer '14", url: '/services/data/v31.0', version: '31.0' });
  expect(versions).toContainEqual({ label: "Spring '26", url: '/services/data/v66.0', version: '66.0' });
  expect(versions.at(-1)?.version).toBe('68.0');
  expect(rig.emulator.apiCalls()).toBe(0);
});

it.each([
  ['v69.0', 404],
  ['viAmABadVersion', 404],
  ['v30.0', 410],
])('answers %s with %i', async (version, status) => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('POST', `/services/data/${version}/sobjects/Account`, { Name: 'Global Media' });

  expect(answer.status).toBe(status);
  expect(answer.headers.has('sforce-limit-info')).toBe(false);
});

it('names the error of a retired version', async () => {
  await using rig = await createEmulatorRig();

  const { body } = await rig.call('GET', '/services/data/v30.0/sobjects');

  expect(body).toEqual([
    {
      errorCode: 'UNSUPPORTED_API_VERSION',
      message: 'The requested API version 30.0 is retired. Versions 31.0 through 68.0 are supported.',
    },
  ]);
});

it('answers an unknown version as it was recorded', async () => {
  await using rig = await createEmulatorRig();

  const { body } = await rig.call('POST', '/services/data/viAmABadVersion/sobjects/Account', { name: 'Global Media' });

  expect(JSON.stringify(body)).toBe('[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]');
});
