import { expect, it } from 'vitest';
import { createBulkRig } from './bulk-rig.ts';

it('creates query jobs, lists them, and refuses what they cannot do', async () => {
  await using rig = await createBulkRig();

  const created = await rig.call('POST', '/jobs/query', { operation: 'query', query: 'select id from account' });
  const list = await rig.call('GET', '/jobs/query?jobType=V2Query');
  const compound = await rig.call('POST', '/jobs/query', {
    operation: 'query',
    query: 'SELECT BillingAddress FROM Account',
  });
  const broken = await rig.call('POST', '/jobs/query', { operation: 'query', query: 'SELECT Nonsense FROM Account' });
  const grouped = await rig.call('POST', '/jobs/query', { operation: 'query', query: 'SELECT COUNT(Id) FROM Account' });

  expect(created.status).toBe(200);
  expect(Object.keys(created.body as object)).toEqual([
    'id',
    'operation',
    'object',
    'createdById',
    'createdDate',
    'systemModstamp',
    'state',
    'concurrencyMode',
    'contentType',
    'apiVersion',
    'lineEnding',
    'columnDelimiter',
  ]);
  expect(created.body).toMatchObject({ object: 'Account', state: 'UploadComplete' });
  expect(list.body).toMatchObject({ done: true, records: [{ jobType: 'V2Query', object: 'Account' }] });
  expect(compound.body).toEqual([
    { errorCode: 'API_ERROR', message: 'Selecting compound data not supported in Bulk Query' },
  ]);
  expect(broken.status).toBe(400);
  expect((broken.body as { message: string }[])[0]?.message).toContain("No such column 'Nonsense' on entity 'Account'");
  expect(grouped.status).toBe(501);
});
