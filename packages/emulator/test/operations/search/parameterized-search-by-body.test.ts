import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('finds by parameters of the body', async () => {
  await using rig = await createEmulatorRig();
  for (const Name of ['Acme', 'Acme Two', 'Globex {Acme}']) await rig.create('Account', { Name });

  const { status, body } = await rig.call('POST', '/parameterizedSearch', {
    q: 'Acme',
    in: 'NAME',
    fields: ['Id', 'Name'],
    sobjects: [{ name: 'Account', where: "Name != 'Acme'", orderBy: 'Name DESC', limit: 5 }],
    overallLimit: 10,
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({ searchRecords: [{ Name: 'Globex {Acme}' }, { Name: 'Acme Two' }] });
});

it('says what it does not emulate', async () => {
  await using rig = await createEmulatorRig();

  const { status } = await rig.call('POST', '/parameterizedSearch', { q: 'Acme', spellCorrection: false });

  expect(status).toBe(501);
});
