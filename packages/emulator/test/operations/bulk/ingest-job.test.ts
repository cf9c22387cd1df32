import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBulkRig, type BulkRig, type JobBody } from './bulk-rig.ts';

let rig: BulkRig;
beforeAll(async () => {
  rig = await createBulkRig();
});
afterAll(() => rig.emulator.close());

describe('an ingest job', () => {
  it('says how it went', async () => {
    const job = await rig.ingest({ object: 'Account', operation: 'insert' }, 'Name,NumberOfEmployees\nA,3\nB,many\n');

    expect(Object.keys(job)).toEqual([
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
      'jobType',
      'lineEnding',
      'columnDelimiter',
      'numberRecordsProcessed',
      'numberRecordsFailed',
      'retries',
      'totalProcessingTime',
      'apiActiveProcessingTime',
      'apexProcessingTime',
    ]);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 1 });
  });

  it('can be aborted while it is open, and then neither closed nor aborted again', async () => {
    const { id } = await rig.open({ object: 'Account', operation: 'insert' });
    await rig.upload(id, 'Name\nNever\n');

    const aborted = await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
    const again = await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
    const closed = await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    const left = await rig.text(`/jobs/ingest/${id}/unprocessedrecords`);

    expect(aborted.status).toBe(200);
    expect((aborted.body as JobBody).state).toBe('Aborted');
    expect(Object.keys(aborted.body as JobBody).at(-1)).toBe('apiVersion');
    expect(again).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Completed Job not allowed' }],
    });
    expect(closed.body).toEqual([
      { errorCode: 'INVALIDJOBSTATE', message: 'Closing already Completed Job not allowed' },
    ]);
    expect(left).toBe('Name\n"Never"\n');
    expect(rig.emulator.records('Account').map(({ Name }) => Name)).not.toContain('Never');
  });

  it('is gone after it was deleted, which an open one cannot be', async () => {
    const open = await rig.open({ object: 'Account', operation: 'insert' });
    const job = await rig.ingest({ object: 'Account', operation: 'insert' }, 'Name\nKept\n');

    const refused = await rig.call('DELETE', `/jobs/ingest/${open.id}`);
    const deleted = await rig.call('DELETE', `/jobs/ingest/${job.id}`);
    const gone = await rig.call('GET', `/jobs/ingest/${job.id}`);

    expect(refused.body).toEqual([
      {
        errorCode: 'API_ERROR',
        message: 'Error encountered when deleting the job because the job is not terminated',
      },
    ]);
    expect(deleted.status).toBe(204);
    expect(gone).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    });
  });
});
