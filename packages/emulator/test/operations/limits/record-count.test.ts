import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('counts the records of the objects that are asked for, or of all', async () => {
  await using rig = await createEmulatorRig();
  await rig.create('Account', { Name: 'A' });
  const gone = await rig.create('Account', { Name: 'B' });
  await rig.call('DELETE', `/sobjects/Account/${gone}`);

  const some = await rig.call('GET', '/limits/recordCount?sObjects=Account,Contact,Nothing');
  const all = await rig.call('GET', '/limits/recordCount');

  expect(some.body).toEqual({
    sObjects: [
      { count: 1, name: 'Account' },
      { count: 0, name: 'Contact' },
    ],
  });
  expect((all.body as { sObjects: object[] }).sObjects).toContainEqual({ count: 1, name: 'Account' });
});
