import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('changes the parent of a record', async () => {
  await using rig = await createEmulatorRig();
  const account = await rig.create('Account', { Name: 'Acme' });
  const contact = await rig.create('Contact', { LastName: 'Lee', AccountId: account });

  const { status, body } = await rig.call('PATCH', `/sobjects/Contact/${contact}/Account`, { Name: 'New' });
  const children = await rig.call('PATCH', `/sobjects/Account/${account}/Contacts`, { LastName: 'x' });

  expect([status, body]).toEqual([204, undefined]);
  expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'New' }]);
  expect(children.status).toBe(501);
});
