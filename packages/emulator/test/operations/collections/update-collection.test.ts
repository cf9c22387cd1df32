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

it('takes the id before the attributes, as jsforce sends it, but no field', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Contact', { LastName: 'Lee' });
  const attributes = { type: 'Contact' };

  const first = await rig.call('PATCH', '/composite/sobjects', { records: [{ id, attributes, Title: 'CFO' }] });
  const later = await rig.call('PATCH', '/composite/sobjects', { records: [{ Title: 'CEO', attributes, id }] });

  expect(first.body).toMatchObject([{ id, success: true }]);
  expect(later.status).toBe(501);
});

it('updates one record again and again, up to twelve times', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Contact', { LastName: 'Lee' });

  const { body } = await rig.call('PATCH', '/composite/sobjects', {
    records: Array.from({ length: 14 }, (_, n) => ({ attributes: { type: 'Contact' }, id, Title: `T${n}` })),
  });

  expect((body as { success: boolean }[]).map(({ success }) => success)).toEqual([
    ...Array<boolean>(13).fill(true),
    false,
  ]);
  expect(rig.emulator.records('Contact')).toMatchObject([{ Title: 'T12' }]);
});
