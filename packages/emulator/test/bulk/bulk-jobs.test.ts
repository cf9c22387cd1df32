import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBulkRig, type JobBody } from '../operations/bulk/bulk-rig.ts';

const manyRows = (count: number, name = 'Row'): string =>
  `Name\n${Array.from({ length: count }, (_, index) => `${name} ${index}`).join('\n')}\n`;

describe('the jobs of an org', () => {
  it('go on, each record once, after the process ended in the middle of one', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'emulator-bulk-'));
    const data = join(directory, 'org.sqlite');
    const rows = 2_000;
    try {
      const before = await createBulkRig({ data });
      const { id } = await before.open({ object: 'Account', operation: 'insert' });
      await before.upload(id, manyRows(rows));
      await before.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
      await before.call('GET', `/jobs/ingest/${id}`);
      await before.emulator.close();

      await using after = await createBulkRig({ data });
      const job = await after.ended('ingest', id);

      expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: rows, numberRecordsFailed: 0 });
      expect(after.emulator.count('Account')).toBe(rows);
      expect((await after.text(`/jobs/ingest/${id}/successfulResults`)).split('\n')).toHaveLength(rows + 2);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('leave room for other requests, which see them move on', async () => {
    await using rig = await createBulkRig();
    const { id } = await rig.open({ object: 'Account', operation: 'insert' });
    await rig.upload(id, manyRows(3_000));
    await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });

    const seen = new Set<unknown>();
    const states = new Set<string>();
    for (let job: JobBody | undefined; job?.state !== 'JobComplete';) {
      job = (await rig.call('GET', `/jobs/ingest/${id}`)).body as JobBody;
      seen.add(job['numberRecordsProcessed']);
      states.add(job.state);
    }

    expect(states).toContain('InProgress');
    expect(seen.size).toBeGreaterThan(2);
  });

  it('stop where they are aborted, and keep what they wrote', async () => {
    await using rig = await createBulkRig();
    const { id } = await rig.open({ object: 'Account', operation: 'insert' });
    await rig.upload(id, manyRows(5_000));
    await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });

    const { status } = await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
    const job = (await rig.call('GET', `/jobs/ingest/${id}`)).body as JobBody;
    const written = (await rig.text(`/jobs/ingest/${id}/successfulResults`)).split('\n').length - 2;
    const left = (await rig.text(`/jobs/ingest/${id}/unprocessedrecords`)).split('\n').length - 2;

    expect(status).toBe(200);
    expect(job.state).toBe('Aborted');
    expect(written + left).toBe(5_000);
    expect(rig.emulator.count('Account')).toBe(written);
    expect(left).toBeGreaterThan(0);
  });

  it('write with the permissions of the user who made them', async () => {
    await using rig = await createBulkRig();
    rig.emulator.createUser({ username: 'reader@uman.test', password: 'x', profile: 'Read Only' });
    const { accessToken } = rig.emulator.issueSession({ username: 'reader@uman.test' });
    const headers = { authorization: `Bearer ${accessToken}` };

    const { id } = (await rig.call('POST', '/jobs/ingest', { object: 'Account', operation: 'insert' }, headers))
      .body as JobBody;
    await rig.upload(id, manyRows(1));
    await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    const job = await rig.ended('ingest', id);

    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 1 });
    expect(await rig.text(`/jobs/ingest/${id}/failedResults`)).toContain('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  });
});
