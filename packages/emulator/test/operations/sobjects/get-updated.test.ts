import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('names the records that were created or changed in a range of minutes, and not the deleted ones', async () => {
  let now = new Date('2026-05-01T10:00:30Z');
  await using rig = await createEmulatorRig({ clock: () => now });
  const one = await rig.create('Account', { Name: 'A' });
  const gone = await rig.create('Account', { Name: 'B' });
  now = new Date('2026-05-01T10:05:10Z');
  const two = await rig.create('Account', { Name: 'C' });
  await rig.call('DELETE', `/sobjects/Account/${gone}`);

  const early = await rig.call(
    'GET',
    '/sobjects/Account/updated/?start=2026-05-01T10:00:59%2B00:00&end=2026-05-01T10:01:00Z',
  );
  const all = await rig.call('GET', '/sobjects/Account/updated?start=2026-05-01T09:00:00Z&end=2026-05-01T11:00:00Z');

  expect(early.body).toEqual({ ids: [one], latestDateCovered: '2026-05-01T10:01:00.000+0000' });
  expect(all.body).toEqual({ ids: [one, two], latestDateCovered: '2026-05-01T10:05:00.000+0000' });
});

it.each([
  ['an end that is not after the start', 'start=2026-05-01T10:00:00Z&end=2026-05-01T10:00:59Z'],
  ['a start more than 30 days ago', 'start=2026-03-01T10:00:00Z&end=2026-05-01T10:00:00Z'],
])('refuses %s', async (_, query) => {
  await using rig = await createEmulatorRig({ clock: () => new Date('2026-05-01T12:00:00Z') });

  const { status, body } = await rig.call('GET', `/sobjects/Account/updated?${query}`);

  expect(status).toBe(400);
  expect(body).toMatchObject([{ errorCode: 'INVALID_REPLICATION_DATE' }]);
});
