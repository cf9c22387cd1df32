import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDeal } from '../../emulator-rig.ts';
import { createBulkRig, type BulkRig, type JobBody } from './bulk-rig.ts';

let rig: BulkRig;
beforeAll(async () => {
  rig = await createBulkRig();
});
afterAll(() => rig.emulator.close());

describe('creating an ingest job', () => {
  it('opens it, with the members of Salesforce’s answer in order and the version as a decimal', async () => {
    const response = await fetch(`${rig.emulator.url}/services/data/v66.0/jobs/ingest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${rig.accessToken}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ object: 'account', operation: 'upsert', externalIdFieldName: 'Source_Key__c' }),
    });
    const text = await response.text();
    const job = JSON.parse(text) as JobBody;

    expect(response.status).toBe(200);
    expect(Object.keys(job)).toEqual([
      'id',
      'operation',
      'object',
      'createdById',
      'createdDate',
      'systemModstamp',
      'state',
      'externalIdFieldName',
      'concurrencyMode',
      'contentType',
      'apiVersion',
      'contentUrl',
      'lineEnding',
      'columnDelimiter',
    ]);
    expect(text).toContain('"apiVersion":66.0,');
    expect(job).toMatchObject({
      id: expect.stringMatching(/^750\w{15}$/) as string,
      object: 'Account',
      state: 'Open',
      contentUrl: `services/data/v66.0/jobs/ingest/${job.id}/batches`,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
    });
  });

  it('takes the data in the same request', async () => {
    const csv = 'Name\nMultipart\n';
    const body = [
      '--BOUNDARY',
      'Content-Type: application/json',
      'Content-Disposition: form-data; name="job"',
      '',
      '{"object":"Account","contentType":"CSV","operation":"insert"}',
      '--BOUNDARY',
      'Content-Type: text/csv',
      'Content-Disposition: form-data; name="content"; filename="content"',
      '',
      csv,
      '--BOUNDARY--',
    ].join('\r\n');

    const answer = await rig.call('POST', '/jobs/ingest', body, {
      'content-type': 'multipart/form-data; boundary="BOUNDARY"',
    });
    const created = answer.body as JobBody;
    const job = await rig.ended('ingest', created.id);

    expect(created.state).toBe('UploadComplete');
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 });
    expect(rig.emulator.records('Account').map(({ Name }) => Name)).toContain('Multipart');
  });

  it.each([
    [
      'an unknown object',
      { object: 'Nonsense', operation: 'insert' },
      { errorCode: 'INVALIDENTITY', message: "Entity 'Nonsense' is not supported by the Bulk API." },
    ],
    [
      'an upsert by a field that is no external id',
      { object: 'Account', operation: 'upsert', externalIdFieldName: 'Phone' },
      {
        errorCode: 'INVALIDJOB',
        message:
          "InvalidJob : Field name provided, 'Phone' does not match an External ID, Salesforce Id, or indexed field for Account",
      },
    ],
    [
      'an upsert without one',
      { object: 'Account', operation: 'upsert' },
      {
        errorCode: 'INVALIDJOB',
        message: 'InvalidJob : External ID was blank for Account. An External ID must be specified for upsert.',
      },
    ],
  ])('refuses %s', async (_, settings, error) => {
    const { status, body } = await rig.call('POST', '/jobs/ingest', settings);

    expect(status).toBe(400);
    expect(body).toEqual([error]);
  });

  it('says what it does not have', async () => {
    const { status } = await rig.call('POST', '/jobs/ingest', {
      object: 'Account',
      operation: 'insert',
      assignmentRuleId: '01Q000000000001',
    });

    expect(status).toBe(501);
  });
});

describe('listing ingest jobs', () => {
  it('gives those of this kind, by type', async () => {
    const { id } = await rig.open({ object: 'Contact', operation: 'insert' });

    const all = (await rig.call('GET', '/jobs/ingest')).body as { records: JobBody[] };
    const classic = (await rig.call('GET', '/jobs/ingest?jobType=Classic')).body;

    expect(all.records.find((job) => job.id === id)).toMatchObject({ state: 'Open', jobType: 'V2Ingest' });
    expect(Object.keys(all)).toEqual(['done', 'records', 'nextRecordsUrl']);
    expect(classic).toEqual({ done: true, records: [], nextRecordsUrl: null });
  });
});

describe('hard deletes', () => {
  const job = { object: 'Account', operation: 'hardDelete' };

  it('are for those who have the permission', async () => {
    const { status, body } = await rig.call('POST', '/jobs/ingest', job);

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        errorCode: 'FEATURENOTENABLED',
        message:
          'FeatureNotEnabled : hardDelete operation requires special user profile permission, please contact your system administrator',
      },
    ]);
  });

  it('leave nothing in the recycle bin, of the record nor of what goes with it', async () => {
    const set = { Name: 'Hard', Label: 'Hard', PermissionsBulkApiHardDelete: true };
    const PermissionSetId = await rig.create('PermissionSet', set);
    await rig.create('PermissionSetAssignment', { PermissionSetId, AssigneeId: rig.emulator.admin.userId });
    const id = await rig.create('Account', { Name: 'Gone' });
    await rig.create('Opportunity', { ...aDeal(), AccountId: id });
    const kept = await rig.create('Account', { Name: 'Kept' });

    const { numberRecordsProcessed, numberRecordsFailed } = await rig.ingest(job, `Id\n${id}\n001000000000001AAA\n`);
    const { body } = await rig.call('GET', `/queryAll?q=${encodeURIComponent('SELECT Id FROM Account')}`);
    const deals = await rig.call('GET', `/queryAll?q=${encodeURIComponent('SELECT Id FROM Opportunity')}`);

    expect([numberRecordsProcessed, numberRecordsFailed]).toEqual([2, 1]);
    expect(body).toMatchObject({ records: expect.arrayContaining([expect.objectContaining({ Id: kept })]) as unknown });
    expect(JSON.stringify(body)).not.toContain(id);
    expect(deals.body).toMatchObject({ totalSize: 0 });
  });
});
