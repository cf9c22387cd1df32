// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type EmulatorRig } from '../emulator-rig.ts';

function connect({ emulator, accessToken }: EmulatorRig): Connection {
  return new Connection({ instanceUrl: emulator.url, accessToken, version: '66.0', logLevel: 'NONE' });
}

it('updates and deletes what a query finds, and searches', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);
  await rig.create('Account', { Name: 'Acme', Phone: '1' });
  await rig.create('Account', { Name: 'Globex', Phone: '2' });

  const updated = await connection.sobject('Account').find({ Name: 'Acme' }).update({ Phone: '${Phone}0' });
  const found = await connection.search('FIND {Acme} RETURNING Account(Id, Phone)');
  const deleted = await connection.sobject('Account').find({ Phone: '2' }).destroy();

  expect(updated).toMatchObject([{ success: true }]);
  expect(found.searchRecords).toMatchObject([{ Phone: '10' }]);
  expect(deleted).toMatchObject([{ success: true }]);
  expect(rig.emulator.count('Account')).toBe(1);
});

it('takes URLs from the root, from the version, and whole ones', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);
  const paths = ['/services/data/v66.0/limits', '/limits', `${rig.emulator.url}/services/data/v66.0/limits`];

  const answers = await Promise.all(paths.map((path) => connection.request<Record<string, unknown>>(path)));

  expect(answers.map((answer) => 'DailyApiRequests' in answer)).toEqual([true, true, true]);
});

it('reads metadata and the tooling API', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const connection = connect(rig);

  const described = await connection.metadata.describe('66.0');
  const listed = await connection.metadata.list({ type: 'CustomObject' }, '66.0');
  const region = await connection.metadata.read('CustomObject', 'Region__c');
  const objects = await connection.tooling.describeGlobal();
  const layouts = await connection.sobject('Account').layouts();

  expect(described.metadataObjects.map(({ xmlName }) => xmlName)).toContain('CustomObject');
  expect(listed.map(({ fullName }) => fullName)).toContain('Region__c');
  expect(region).toMatchObject({ fullName: 'Region__c' });
  expect(objects.sobjects.length).toBeGreaterThan(0);
  expect(layouts).toHaveProperty('layouts');
});

it('is told what is not emulated', async () => {
  await using rig = await createEmulatorRig();
  const connection = connect(rig);

  await expect(connection.quickActions()).rejects.toMatchObject({ errorCode: 'NOT_EMULATED' });
  await expect(connection.sobject('Account').compactLayouts()).rejects.toMatchObject({ errorCode: 'NOT_EMULATED' });
  await expect(connection.chatter.resource('/feeds').retrieve()).rejects.toMatchObject({ errorCode: 'NOT_EMULATED' });
  await expect(connection.analytics.reports()).rejects.toMatchObject({ errorCode: 'NOT_EMULATED' });
  await expect(connection.apex.get('/Mine')).rejects.toMatchObject({ errorCode: 'NOT_EMULATED' });
});
