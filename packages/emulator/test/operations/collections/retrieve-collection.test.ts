import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('gives the records in the order of their ids, null for what is missing', async () => {
  await using rig = await createEmulatorRig();
  const one = await rig.create('Account', { Name: 'One' });
  const two = await rig.create('Account', { Name: 'Two' });

  const { body } = await rig.call(
    'GET',
    `/composite/sobjects/Account?ids=${two},001000000000001AAA,${one}&fields=Name`,
  );

  expect(body).toMatchObject([{ Name: 'Two', Id: two }, null, { Name: 'One', Id: one }]);
});
