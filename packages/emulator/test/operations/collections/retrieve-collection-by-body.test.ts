import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('gives the records of the ids, null where there is none', async () => {
  await using rig = await createEmulatorRig();
  const one = await rig.create('Account', { Name: 'A' });
  const two = await rig.create('Account', { Name: 'B' });

  const { status, body } = await rig.call('POST', '/composite/sobjects/Account', {
    ids: [two, '001000000000001AAA', 'nonsense', one],
    fields: ['id', 'name'],
  });

  expect(status).toBe(200);
  expect(body).toMatchObject([{ Id: two, Name: 'B' }, null, null, { Id: one, Name: 'A' }]);
});

it('refuses a field that is not there', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('POST', '/composite/sobjects/Account', {
    ids: ['001000000000001AAA'],
    fields: ['Color__c'],
  });

  expect(status).toBe(400);
  expect(body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
});
