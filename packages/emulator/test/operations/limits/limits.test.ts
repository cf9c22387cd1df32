import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('says how many API requests are left, and counts itself', async () => {
  await using rig = await createEmulatorRig({ dailyApiRequests: 10 });
  await rig.call('GET', '/sobjects');

  const { headers, body } = await rig.call('GET', '/limits');

  expect(headers.get('sforce-limit-info')).toBe('api-usage=2/10');
  expect(body).toEqual({ DailyApiRequests: { Max: 10, Remaining: 8 } });
});

it('refuses what goes beyond the limit, with 403 and nothing written', async () => {
  await using rig = await createEmulatorRig({ dailyApiRequests: 1 });
  await rig.create('Account', { Name: 'the last one' });

  const { status, body } = await rig.call('POST', '/sobjects/Account', { Name: 'one too many' });

  expect(status).toBe(403);
  expect(body).toEqual([{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }]);
  expect(rig.emulator.count('Account')).toBe(1);
});

it('frees what was spent a day ago', async () => {
  let now = new Date('2026-11-23T10:00:00Z');
  await using rig = await createEmulatorRig({ dailyApiRequests: 1, clock: () => now });
  await rig.call('GET', '/limits');

  now = new Date('2026-11-24T10:01:00Z');
  const { status } = await rig.call('GET', '/limits');

  expect(status).toBe(200);
});
