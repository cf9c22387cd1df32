import { expect, it } from 'vitest';
import { createBulkRig } from './bulk-rig.ts';

it('tells of a query job, which cannot be aborted after its end but deleted', async () => {
  await using rig = await createBulkRig();
  await rig.create('Account', { Name: 'A' });

  const job = await rig.query('SELECT Id FROM Account');
  const aborted = await rig.call('PATCH', `/jobs/query/${job.id}`, { state: 'Aborted' });
  const deleted = await rig.call('DELETE', `/jobs/query/${job.id}`);
  const gone = await rig.call('GET', `/jobs/query/${job.id}/results`);

  expect(Object.keys(job).slice(-5)).toEqual([
    'columnDelimiter',
    'numberRecordsProcessed',
    'retries',
    'totalProcessingTime',
    'isPkChunkingSupported',
  ]);
  expect(job).toMatchObject({ state: 'JobComplete', jobType: 'V2Query', numberRecordsProcessed: 1 });
  expect(aborted.body).toEqual([
    { errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Completed Job not allowed' },
  ]);
  expect(deleted.status).toBe(204);
  expect(gone.status).toBe(404);
});
