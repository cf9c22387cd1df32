// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { expect, it } from 'vitest';
import { aDeal, base64, createEmulatorRig, salesMetadata, type EmulatorRig } from '../emulator-rig.ts';

function connect({ emulator, accessToken }: EmulatorRig): Connection {
  return new Connection({ instanceUrl: emulator.url, accessToken, version: '66.0', maxRequest: 10 });
}

it('creates, retrieves, updates, upserts and deletes', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const connection = connect(rig);

  const created = await connection.sobject('Account').create({ Name: 'Acme', Source_Key__c: 'k1' });
  const upserted = await connection
    .sobject('Account')
    .upsert({ Name: 'Acme NV', Source_Key__c: 'k1' }, 'Source_Key__c');
  await connection.sobject('Account').update({ Id: created.id ?? '', Website: 'https://acme.example' });
  const retrieved = await connection.sobject('Account').retrieve(created.id ?? '');
  const deleted = await connection.sobject('Account').destroy(created.id ?? '');

  expect(created).toMatchObject({ success: true, errors: [] });
  expect(upserted).toMatchObject({ id: created.id, success: true, created: false });
  expect(retrieved).toMatchObject({ Name: 'Acme NV', Website: 'https://acme.example' });
  expect(deleted).toMatchObject({ id: created.id, success: true });
});

it('creates several records at once', async () => {
  await using rig = await createEmulatorRig();

  const results = await connect(rig)
    .sobject('Contact')
    .create([{ LastName: 'Lee' }, { LastName: 'Lin' }]);

  expect(results.map((result) => result.success)).toEqual([true, true]);
  expect(rig.emulator.count('Contact')).toBe(2);
});

it('reads page after page of a query', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);
  for (let from = 0; from < 2200; from += 200) {
    await connection
      .sobject('Account')
      .create(Array.from({ length: 200 }, (_, n) => ({ Name: `Account ${from + n}` })));
  }

  const query = connection.query('SELECT Id, Name FROM Account').on('record', () => undefined);
  const { totalSize } = await connection.query('SELECT COUNT() FROM Account');
  const records = await query.run({ autoFetch: true, maxFetch: 5000 });

  expect(totalSize).toBe(2200);
  expect(records.records).toHaveLength(2200);
});

it('describes, and reads limits from the answers', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);

  const { keyPrefix, fields } = await connection.describe('Opportunity');
  const global = await connection.describeGlobal();

  expect(keyPrefix).toBe('006');
  expect(fields.find((field) => field.name === 'StageName')?.restrictedPicklist).toBe(false);
  expect(global.sobjects.map((object) => object.name)).toContain('ContentNote');
  expect(connection.limitInfo.apiUsage).toEqual({ used: 2, limit: 100_000 });
});

it('names the failures as Salesforce does', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const connection = connect(rig);
  await rig.create('Account', { Name: 'A', Source_Key__c: 'k' });
  await rig.create('Account', { Name: 'B', Source_Key__c: 'k' });

  await expect(connection.sobject('Contact').create({ FirstName: 'Ann' })).rejects.toMatchObject({
    errorCode: 'REQUIRED_FIELD_MISSING',
  });
  await expect(
    connection.sobject('Account').upsert({ Name: 'C', Source_Key__c: 'k' }, 'Source_Key__c'),
  ).rejects.toMatchObject({ name: 'MULTIPLE_CHOICES' });
  await expect(connection.query('SELECT Id FROM XYZZY')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
  rig.emulator.expireSession(rig.accessToken);
  await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
});

it('writes a deal with its note in one composite request', async () => {
  await using rig = await createEmulatorRig();
  const base = '/services/data/v66.0/sobjects';

  const answer = await connect(rig).requestPost<{ compositeResponse: { httpStatusCode: number }[] }>('/composite', {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: `${base}/Opportunity`, referenceId: 'deal', body: aDeal() },
      {
        method: 'POST',
        url: `${base}/ContentNote`,
        referenceId: 'note',
        body: { Title: 'Kick-off', Content: base64('<p>Hi</p>') },
      },
      {
        method: 'POST',
        url: `${base}/ContentDocumentLink`,
        referenceId: 'link',
        body: { ContentDocumentId: '@{note.id}', LinkedEntityId: '@{deal.id}', ShareType: 'V' },
      },
    ],
  });

  expect(answer.compositeResponse.map((result) => result.httpStatusCode)).toEqual([201, 201, 201]);
});
