import { expect, it } from 'vitest';
import { createEmulatorRig } from './emulator-rig.ts';

it('can be set and advanced, each org by itself', async () => {
  await using rig = await createEmulatorRig({ clock: () => new Date('2026-11-20T10:00:00Z') });
  const other = rig.emulator.createOrg({ kind: 'developer' });

  rig.emulator.time.set(new Date('2027-02-28T23:59:59Z'));
  rig.emulator.time.advance(1000);
  await rig.create('Account', { Name: 'Acme' });

  expect(rig.emulator.records('Account')).toMatchObject([{ CreatedDate: '2027-03-01T00:00:00.000+0000' }]);
  expect(other.time.now()).toEqual(new Date('2026-11-20T10:00:00Z'));
});

it('decides what today is in a query', async () => {
  await using rig = await createEmulatorRig({ clock: () => new Date('2026-11-20T20:00:00Z') });
  await rig.create('Account', { Name: 'Acme' });
  const count = async (): Promise<unknown> =>
    (await rig.call('GET', '/query?q=SELECT+COUNT()+FROM+Account+WHERE+CreatedDate=TODAY')).body;

  const today = await count();
  rig.emulator.time.advance(24 * 60 * 60 * 1000);
  const tomorrow = await count();

  expect([today, tomorrow]).toMatchObject([{ totalSize: 1 }, { totalSize: 0 }]);
});

it('gives the daily limit back after a day', async () => {
  await using rig = await createEmulatorRig({ dailyApiRequests: 1 });

  const first = await rig.call('GET', '/limits');
  const spent = await rig.call('GET', '/limits');
  rig.emulator.time.advance(24 * 60 * 60 * 1000);
  const next = await rig.call('GET', '/limits');

  expect([first.status, spent.status, next.status]).toEqual([200, 403, 200]);
});

it('stands still when it is frozen, and goes back to the time outside', async () => {
  await using rig = await createEmulatorRig();
  const { time } = rig.emulator;

  time.set(new Date('2030-01-01T00:00:00Z'), { frozen: true });
  time.advance(1);
  const frozen = [time.now(), time.now()];
  time.reset();

  expect(frozen.map((date) => date.toISOString())).toEqual(['2030-01-01T00:00:00.001Z', '2030-01-01T00:00:00.001Z']);
  expect(time.isFrozen()).toBe(false);
  expect(time.now().getUTCFullYear()).toBeLessThan(2030);
});
