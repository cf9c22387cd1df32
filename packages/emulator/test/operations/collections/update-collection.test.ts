import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('updates each record by its id, and says which have none', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Contact', { LastName: 'Lee' });
  const attributes = { type: 'Contact' };

  const { body } = await rig.call('PATCH', '/composite/sobjects', {
    records: [
      { attributes, id, Title: 'CFO' },
      { attributes, Title: 'CEO' },
    ],
  });

  expect(body).toEqual([
    { id, success: true, errors: [] },
    {
      success: false,
      errors: [{ statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in an update call', fields: [] }],
    },
  ]);
  expect(rig.emulator.records('Contact')).toMatchObject([{ Title: 'CFO' }]);
});
