import { expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../../emulator-rig.ts';

interface Page {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: { Id: string }[];
}

async function createAccounts(rig: EmulatorRig, count: number): Promise<void> {
  for (let from = 0; from < count; from += 200) {
    const records = Array.from({ length: Math.min(200, count - from) }, (_, index) => ({
      attributes: { type: 'Account' },
      Name: `Account ${from + index}`,
    }));
    await rig.call('POST', '/composite/sobjects', { records });
  }
}

it('pages by 2000, with the offset of the next record in the locator', async () => {
  await using rig = await createEmulatorRig();
  await createAccounts(rig, 2086);

  const first = (await rig.call('GET', '/query?q=SELECT+Id+FROM+Account')).body as Page;
  const second = (await rig.call('GET', first.nextRecordsUrl ?? '')).body as Page;

  expect(Object.keys(first)).toEqual(['totalSize', 'done', 'nextRecordsUrl', 'records']);
  expect([first.totalSize, first.done, first.records.length]).toEqual([2086, false, 2000]);
  expect(first.nextRecordsUrl).toMatch(/^\/services\/data\/v66\.0\/query\/0r8[0-9A-Za-z]{15}-2000$/);
  expect(Object.keys(second)).toEqual(['totalSize', 'done', 'records']);
  expect([second.totalSize, second.done, second.records.length]).toEqual([2086, true, 86]);
  expect(new Set([...first.records, ...second.records].map((record) => record.Id)).size).toBe(2086);
});

it('makes pages as small as 200 when asked to', async () => {
  await using rig = await createEmulatorRig();
  await createAccounts(rig, 250);

  const { body } = await rig.call('GET', '/query?q=SELECT+Id+FROM+Account', undefined, {
    'sforce-query-options': 'batchSize=1',
  });

  expect((body as Page).records).toHaveLength(200);
});

it('refuses a locator that it never gave', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('GET', '/query/0r8xx5R2sM3DgWhASK-2000');

  expect(status).toBe(400);
  expect(body).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }]);
});
