import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('deletes records of several objects, and answers for each', async () => {
  await using rig = await createEmulatorRig();
  const account = await rig.create('Account', { Name: 'A' });
  const contact = await rig.create('Contact', { LastName: 'C' });

  const { status, body } = await rig.call('DELETE', `/composite/sobjects?ids=${account},001RM000003oLrB000,${contact}`);

  expect(status).toBe(200);
  expect(JSON.stringify(body)).toBe(
    `[{"id":"${account}","success":true,"errors":[]},{"success":false,"errors":[{"statusCode":"MALFORMED_ID","message":"malformed id 001RM000003oLrB000","fields":[]}]},{"id":"${contact}","success":true,"errors":[]}]`,
  );
  expect([rig.emulator.count('Account'), rig.emulator.count('Contact')]).toEqual([0, 0]);
});

it('deletes all or none when it is asked to; an id twice is deleted already', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'A' });

  const { body } = await rig.call('DELETE', `/composite/sobjects?ids=${id},${id}&allOrNone=true`);

  expect(body).toMatchObject([
    { id, success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
    { id, success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED' }] },
  ]);
  expect(rig.emulator.count('Account')).toBe(1);
});
