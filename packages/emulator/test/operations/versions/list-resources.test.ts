import { expect, it } from 'vitest';
import { operations } from '../../../src/operations/index.ts';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('names the resources that are there, and who asks', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('GET', '/services/data/v66.0/');

  expect(status).toBe(200);
  expect(body).toMatchObject({
    sobjects: '/services/data/v66.0/sobjects',
    identity: `${rig.emulator.url}/id/${rig.emulator.org.id}/${rig.emulator.admin.userId}`,
  });
});

it('lists every resource that it answers, and no other', async () => {
  await using rig = await createEmulatorRig();

  const { body } = await rig.call('GET', '/services/data/v66.0');

  const base = '/services/data/v66.0/';
  const listed = Object.values(body as Record<string, string>).filter((path) => path.startsWith(base));
  const answered = operations
    .map(({ path }) => /^\/services\/data\/:version\/([\w-]+)/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  expect(listed.map((path) => path.slice(base.length)).toSorted()).toEqual([...new Set(answered)].toSorted());
});
