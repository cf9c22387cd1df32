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

it('reads on what the query found, in its order, whatever is written in between', async () => {
  await using rig = await createEmulatorRig();
  await createAccounts(rig, 450);
  const small = { 'sforce-query-options': 'batchSize=200' };
  const ask = async (soql: string) =>
    (await rig.call('GET', `/query?q=${encodeURIComponent(soql)}`, undefined, small)).body as Page;
  const before = (await rig.call('GET', '/query?q=SELECT+Id+FROM+Account+ORDER+BY+Name+DESC')).body as Page;

  const plain = await ask('SELECT Id FROM Account');
  const sorted = await ask('SELECT Id, Name FROM Account ORDER BY Name DESC');
  const filtered = await ask("SELECT Id FROM Account WHERE Name LIKE 'Account%'");
  const [changed, deleted] = [sorted.records[1]?.Id ?? '', before.records.at(-1)?.Id ?? ''];
  await rig.create('Account', { Name: 'Account ZZZ' });
  await rig.call('PATCH', `/sobjects/Account/${changed}`, { Name: 'AAA' });
  await rig.call('DELETE', `/sobjects/Account/${deleted}`);

  for (const first of [plain, sorted, filtered]) {
    const found = [...first.records];
    for (let url = first.nextRecordsUrl; url;) {
      const page = (await rig.call('GET', url)).body as Page;
      found.push(...page.records);
      url = page.nextRecordsUrl;
    }
    const ids = found.map(({ Id }) => Id);
    const wanted = before.records.map(({ Id }) => Id);
    expect(first === sorted ? ids : ids.toSorted()).toEqual(first === sorted ? wanted : wanted.toSorted());
  }
});

it('gives a page again, and counts what LIMIT and OFFSET leave', async () => {
  await using rig = await createEmulatorRig();
  await createAccounts(rig, 460);
  const soql = encodeURIComponent('SELECT Id FROM Account ORDER BY Name LIMIT 420 OFFSET 30');

  const first = (await rig.call('GET', `/query?q=${soql}`, undefined, { 'sforce-query-options': 'batchSize=200' }))
    .body as Page;
  const once = (await rig.call('GET', first.nextRecordsUrl ?? '')).body as Page;
  const again = (await rig.call('GET', first.nextRecordsUrl ?? '')).body as Page;
  const last = (await rig.call('GET', once.nextRecordsUrl ?? '')).body as Page;

  expect([first.totalSize, first.records.length, once.records.length, last.records.length]).toEqual([
    420, 200, 200, 20,
  ]);
  expect(again).toEqual(once);
  expect(last.done).toBe(true);
});

it('pages long lists of children', async () => {
  await using rig = await createEmulatorRig();
  const AccountId = await rig.create('Account', { Name: 'Acme' });
  for (const from of [0, 200]) {
    const records = Array.from({ length: 150 }, (_, index) => ({
      attributes: { type: 'Contact' },
      LastName: `Contact ${1000 + from + index}`,
      AccountId,
    }));
    await rig.call('POST', '/composite/sobjects', { records });
  }
  const soql = encodeURIComponent('SELECT Id, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account');

  const { body } = await rig.call('GET', `/query?q=${soql}`, undefined, { 'sforce-query-options': 'batchSize=200' });
  const children = (body as { records: { Contacts: Page }[] }).records[0]?.Contacts;
  const rest = (await rig.call('GET', children?.nextRecordsUrl ?? '')).body as Page;

  expect([children?.totalSize, children?.done, children?.records.length]).toEqual([300, false, 200]);
  expect([rest.totalSize, rest.done, rest.records.length]).toEqual([300, true, 100]);
  expect(rest.records[0]).toMatchObject({ LastName: 'Contact 1250' });
});

it('does not page groups', async () => {
  await using rig = await createEmulatorRig();
  await createAccounts(rig, 210);

  const { status, body } = await rig.call(
    'GET',
    '/query?q=SELECT+Name,COUNT(Id)+FROM+Account+GROUP+BY+Name',
    undefined,
    { 'sforce-query-options': 'batchSize=200' },
  );

  expect(status).toBe(400);
  expect(body).toMatchObject([
    { message: expect.stringContaining('Aggregate query does not support queryMore()') as string },
  ]);
});
