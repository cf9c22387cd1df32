import { expect, it } from 'vitest';
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
