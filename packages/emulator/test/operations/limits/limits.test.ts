import { expect, it } from 'vitest';
import { base64, createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('says how many API requests are left, and counts itself', async () => {
  await using rig = await createEmulatorRig({ dailyApiRequests: 10 });
  await rig.call('GET', '/sobjects');

  const { headers, body } = await rig.call('GET', '/limits');

  expect(headers.get('sforce-limit-info')).toBe('api-usage=2/10');
  expect(body).toMatchObject({ DailyApiRequests: { Max: 10, Remaining: 8 } });
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

it('lists every limit that Salesforce does, with what is left of those that are counted', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const before = (await rig.call('GET', '/limits')).body as Limits;
  await rig.create('ContentVersion', { PathOnClient: 'a.txt', VersionData: base64('a') });
  const { body: job } = await rig.call('POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' });
  const { id } = (await rig.call('POST', '/jobs/ingest', { object: 'Account', operation: 'insert' })).body as {
    id: string;
  };
  await rig.call('PUT', `/jobs/ingest/${id}/batches`, 'Name\nAcme\n', { 'content-type': 'text/csv' });
  await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
  await expect
    .poll(async () => (await rig.call('GET', `/jobs/ingest/${id}`)).body)
    .toMatchObject({ state: 'JobComplete' });
  await rig.call('DELETE', `/jobs/query/${(job as { id: string }).id}`);
  await rig.create('PermissionSet', { Name: 'Mine', Label: 'Mine' });

  const after = (await rig.call('GET', '/limits')).body as Limits;

  const spent = Object.keys(after).filter((name) => after[name]?.Remaining !== before[name]?.Remaining);
  expect(Object.keys(after)).toHaveLength(71);
  expect(Object.keys(after)).toEqual(Object.keys(after).toSorted());
  expect(spent).toEqual([
    'ContentPublicationLimit',
    'DailyApiRequests',
    'DailyBulkApiBatches',
    'DailyBulkV2QueryJobs',
    'MaxContentDocumentsLimit',
    'PermissionSets',
  ]);
  expect(after['DailyBulkV2QueryJobs']).toEqual({ Max: 10_000, Remaining: 9999 });
  expect(after['DailyBulkApiBatches']).toEqual({ Max: 15_000, Remaining: 14_999 });
  expect(after['PermissionSets']?.CreateCustom?.Remaining).toBe(
    (before['PermissionSets']?.CreateCustom?.Remaining ?? 0) - 1,
  );
});

interface Limit {
  readonly Max: number;
  readonly Remaining: number;
  readonly CreateCustom?: Limit;
}
type Limits = Readonly<Record<string, Limit | undefined>>;
