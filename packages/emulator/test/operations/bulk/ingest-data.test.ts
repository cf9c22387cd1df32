import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBulkRig, type BulkRig } from './bulk-rig.ts';

let rig: BulkRig;
beforeAll(async () => {
  rig = await createBulkRig();
});
afterAll(() => rig.emulator.close());

describe('uploading job data', () => {
  it('is answered with 201 and nothing, once', async () => {
    const { id } = await rig.open({ object: 'Account', operation: 'insert' });

    const first = await rig.upload(id, 'Name\nA\n');
    const second = await rig.upload(id, 'Name\nB\n');

    expect(first).toMatchObject({ status: 201, body: undefined });
    expect(second.status).toBe(400);
    expect((second.body as { message: string }[])[0]?.message).toContain(`Found multiple contents for job: <${id}>`);
  });

  it('is refused when the job is not open', async () => {
    const { id } = await rig.ingest({ object: 'Account', operation: 'insert' }, 'Name\nA\n');

    expect((await rig.upload(id, 'Name\nB\n')).status).toBe(400);
  });

  it('takes CSV only', async () => {
    const { id } = await rig.open({ object: 'Account', operation: 'insert' });

    expect((await rig.call('PUT', `/jobs/ingest/${id}/batches`, { Name: 'A' })).status).toBe(415);
  });
});
