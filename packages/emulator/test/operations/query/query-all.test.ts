import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('sees what was deleted as well', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'Acme' });
  await rig.call('DELETE', `/sobjects/Account/${id}`);

  const { body } = await rig.call('GET', '/queryAll?q=SELECT+Id,IsDeleted+FROM+Account');

  expect(body).toMatchObject({ totalSize: 1, records: [{ Id: id, IsDeleted: true }] });
});
