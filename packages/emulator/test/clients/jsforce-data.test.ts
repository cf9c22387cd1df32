// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { expect, it } from 'vitest';
import { base64, createEmulatorRig, salesMetadata, type EmulatorRig } from '../emulator-rig.ts';

function connect({ emulator, accessToken }: EmulatorRig): Connection {
  return new Connection({ instanceUrl: emulator.url, accessToken, version: '66.0', maxRequest: 10 });
}

it('writes, reads and deletes several records at once', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const accounts = connect(rig).sobject('Account');

  const created = await accounts.create([{ Name: 'A' }, { Name: 'B' }]);
  const ids = created.map(({ id }) => id ?? '');
  const updated = await accounts.update(ids.map((Id) => ({ Id, Phone: '1' })));
  const upserted = await accounts.upsert(
    [
      { Name: 'C', Source_Key__c: 'k1' },
      { Name: 'D', Source_Key__c: 'k2' },
    ],
    'Source_Key__c',
  );
  const read = await accounts.retrieve([...ids, '001000000000001AAA'], { fields: ['Name', 'Phone'] });
  const destroyed = await accounts.destroy(ids);

  expect(updated.map(({ success }) => success)).toEqual([true, true]);
  expect(upserted).toMatchObject([
    { success: true, created: true },
    { success: true, created: true },
  ]);
  expect(read).toMatchObject([{ Name: 'A', Phone: '1' }, { Name: 'B' }, null]);
  expect(destroyed.map(({ id }) => id)).toEqual(ids);
  expect(rig.emulator.count('Account')).toBe(2);
});

it('undoes all of several records when one fails and all or none is asked for', async () => {
  await using rig = await createEmulatorRig();

  const results = await connect(rig)
    .sobject('Contact')
    .create([{ LastName: 'A' }, {}], { allOrNone: true });

  expect(results.map(({ success }) => success)).toEqual([false, false]);
  expect(rig.emulator.count('Contact')).toBe(0);
});

it('asks what was updated, deleted and viewed', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);
  const id = await rig.create('Account', { Name: 'Acme' });
  const gone = await rig.create('Account', { Name: 'Gone' });
  await connection.sobject('Account').destroy(gone);
  await rig.call('GET', `/sobjects/Account/${id}`, undefined, { 'sforce-mru': 'updateMru=true' });
  const start = new Date(Date.now() - 3_600_000).toISOString();
  const end = new Date(Date.now() + 3_600_000).toISOString();

  const updated = await connection.sobject('Account').updated(start, end);
  const deleted = await connection.sobject('Account').deleted(start, end);
  const recent = await connection.recent();

  expect(updated.ids).toEqual([id]);
  expect(deleted.deletedRecords.map((record) => record.id)).toEqual([gone]);
  expect(recent).toMatchObject([{ Id: id, Name: 'Acme' }]);
});

it('describes with a cache, identifies itself, and reads limits', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);

  const first = await connection.describe$('Account');
  const again = await connection.describe$('Account');
  const limits = await connection.limits();
  const identity = await connection.identity();

  expect(again).toEqual(first);
  expect(rig.emulator.requests().filter(({ path }) => path.endsWith('/describe'))).toHaveLength(1);
  expect(limits['DailyApiRequests']).toMatchObject({ Max: 100_000 });
  expect(identity.user_id).toBe(rig.emulator.admin.userId);
});

it('sends a file as multipart', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);

  const { id } = await connection.create(
    'ContentVersion',
    { PathOnClient: 'a.txt', VersionData: base64('plain') },
    { multipartFileFields: { VersionData: { filename: 'a.txt', contentType: 'text/plain' } } },
  );
  const read = await rig.call('GET', `/sobjects/ContentVersion/${id}/VersionData`);

  expect(read.body).toBe('plain');
});

it('posts graphs, batches and trees', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);
  const subrequest = {
    method: 'POST',
    url: '/services/data/v66.0/sobjects/Account',
    referenceId: 'a',
    body: { Name: 'A' },
  };

  const graph = await connection.requestPost('/composite/graph', {
    graphs: [{ graphId: 'g', compositeRequest: [subrequest] }],
  });
  const batch = await connection.requestPost('/composite/batch', {
    batchRequests: [{ method: 'GET', url: 'v66.0/limits' }],
  });
  const tree = await connection.requestPost('/composite/tree/Account', {
    records: [{ attributes: { type: 'Account', referenceId: 'r' }, Name: 'B' }],
  });

  expect(graph).toMatchObject({ graphs: [{ isSuccessful: true }] });
  expect(batch).toMatchObject({ hasErrors: false });
  expect(tree).toMatchObject({ hasErrors: false, results: [{ referenceId: 'r' }] });
});
