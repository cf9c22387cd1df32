import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('names the composite resources that are there', async () => {
  await using rig = await createEmulatorRig();

  const { body } = await rig.call('GET', '/composite');

  expect(body).toEqual({ sobjects: '/services/data/v66.0/composite/sobjects' });
});
