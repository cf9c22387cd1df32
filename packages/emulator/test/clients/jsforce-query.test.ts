// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';

async function aRigWithRecords(): Promise<{ rig: EmulatorRig; connection: Connection }> {
  const rig = await createEmulatorRig();
  const { url } = rig.emulator;
  const connection = new Connection({
    instanceUrl: url,
    accessToken: rig.accessToken,
    version: '66.0',
    maxRequest: 10,
  });
  for (const Name of ['Acme', 'Globex', "O'Neil"]) {
    const AccountId = await rig.create('Account', { Name, NumberOfEmployees: Name.length });
    await rig.create('Contact', { LastName: `Of ${Name}`, AccountId });
  }
  return { rig, connection };
}

it('finds, sorts, skips, counts and includes children', async () => {
  const { rig, connection } = await aRigWithRecords();
  await using _ = rig;
  const accounts = connection.sobject('Account');

  const found = await accounts
    .find({ Name: { $like: '%o%' }, NumberOfEmployees: { $gt: 5 } }, ['Id', 'Name'])
    .sort({ Name: -1 })
    .limit(5)
    .skip(1);
  const one = await accounts.findOne({ Name: "O'Neil" }, 'Name, Owner.Username');
  const count = await accounts.count({ Name: { $ne: 'Initech' } });
  const some = await accounts.select('Name').include('Contacts').select('LastName').end().where("Name = 'Acme'");
  const byId = await accounts.find({ Id: { $in: found.map(({ Id }) => Id ?? '') } }, ['Name']);

  expect(found.map(({ Name }) => Name)).toEqual(['Globex']);
  expect(one).toMatchObject({ Name: "O'Neil", Owner: { Username: expect.any(String) as string } });
  expect(count).toBe(3);
  expect(some).toMatchObject([{ Name: 'Acme', Contacts: { records: [{ LastName: 'Of Acme' }] } }]);
  expect(byId.map(({ Name }) => Name)).toEqual(['Globex']);
});

it('follows pages by itself, and takes deleted rows when told to', async () => {
  const { rig, connection } = await aRigWithRecords();
  await using _ = rig;
  const [account] = await connection.sobject('Account').find({ Name: 'Acme' }, ['Id']);
  for (let from = 0; from < 400; from += 200) {
    await connection
      .sobject('Account')
      .create(Array.from({ length: 200 }, (_each, n) => ({ Name: `Row ${from + n}` })));
  }
  await connection.sobject('Account').destroy(account?.Id ?? '');
  const headers = { 'Sforce-Query-Options': 'batchSize=200' };

  const first = await connection.query('SELECT Id FROM Account ORDER BY Name', { headers });
  const second = await connection.queryMore(first.nextRecordsUrl ?? '');
  const all = await connection.query('SELECT Id FROM Account', {
    autoFetch: true,
    maxFetch: 5000,
    scanAll: true,
    headers,
  });

  expect([first.done, first.totalSize, first.records.length]).toEqual([false, 402, 200]);
  expect(second.records).toHaveLength(200);
  expect(all.records).toHaveLength(403);
});

it('shows the errors of queries', async () => {
  const { rig, connection } = await aRigWithRecords();
  await using _ = rig;

  await expect(connection.query('SELECT Id, FROM Account')).rejects.toMatchObject({ errorCode: 'MALFORMED_QUERY' });
  await expect(connection.query('SELECT Xyzzy FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  await expect(connection.queryMore('/services/data/v66.0/query/0r8xx5R2sM3DgWhASK-2000')).rejects.toMatchObject({
    errorCode: 'INVALID_QUERY_LOCATOR',
  });
});
