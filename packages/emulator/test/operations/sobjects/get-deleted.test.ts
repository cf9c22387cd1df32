import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('names the records that were deleted in a range, and when', async () => {
  let now = new Date('2026-05-01T10:00:30Z');
  await using rig = await createEmulatorRig({ clock: () => now });
  const id = await rig.create('Account', { Name: 'A' });
  await rig.create('Account', { Name: 'B' });
  now = new Date('2026-05-01T10:05:10Z');
  await rig.call('DELETE', `/sobjects/Account/${id}`);

  const { status, body } = await rig.call(
    'GET',
    '/sobjects/Account/deleted/?start=2026-05-01T10:00:00Z&end=2026-05-01T11:00:00Z',
  );

  expect(status).toBe(200);
  expect(body).toEqual({
    deletedRecords: [{ deletedDate: '2026-05-01T10:05:10.000+0000', id }],
    earliestDateAvailable: '2026-04-16T10:05:00.000+0000',
    latestDateCovered: '2026-05-01T10:05:00.000+0000',
  });
});
