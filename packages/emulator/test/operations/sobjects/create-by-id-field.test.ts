import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('creates a record through the Id field without an id', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('POST', '/sobjects/Account/Id', { Name: 'Acme' });

  expect(status).toBe(201);
  expect(body).toMatchObject({ success: true });
  expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'Acme' }]);
});
