import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('deletes the parent of a record', async () => {
  await using rig = await createEmulatorRig();
  const parent = await rig.create('Account', { Name: 'Parent' });
  const child = await rig.create('Account', { Name: 'Child', ParentId: parent });

  const gone = await rig.call('DELETE', `/sobjects/Account/${child}/Parent`);
  const again = await rig.call('DELETE', `/sobjects/Account/${child}/Parent`);

  expect([gone.status, again.status]).toEqual([204, 404]);
  expect(rig.emulator.records('Account').map(({ Name }) => Name)).toEqual(['Child']);
});
