import { describe, expect, it } from 'vitest';
import { createEmulatorRig, aDeal } from '../emulator-rig.ts';

const V = '/services/data/v66.0';

describe('a locked row', () => {
  it('refuses every write of it, and of what refers to it, until it is released', async () => {
    await using rig = await createEmulatorRig();
    const locked = await rig.create('Account', { Name: 'Locked' });
    const free = await rig.create('Account', { Name: 'Free' });
    const lock = rig.emulator.faults.add({ fault: 'lockRow', recordId: locked.slice(0, 15) });
    const statuses = async (): Promise<number[]> => [
      (await rig.call('PATCH', `/sobjects/Account/${locked}`, { Name: 'Changed' })).status,
      (await rig.call('POST', '/sobjects/Contact', { LastName: 'Lee', AccountId: locked })).status,
      (await rig.call('PATCH', `/sobjects/Account/${free}`, { ParentId: locked })).status,
    ];

    const refused = await rig.call('DELETE', `/sobjects/Account/${locked}`);
    const whileLocked = await statuses();
    const other = await rig.call('PATCH', `/sobjects/Account/${free}`, { Name: 'Freer' });
    rig.emulator.faults.remove(lock);
    const released = await statuses();

    expect([refused.status, refused.body]).toEqual([
      400,
      [
        {
          message: `unable to obtain exclusive access to this record or 1 records: ${locked}`,
          errorCode: 'UNABLE_TO_LOCK_ROW',
          fields: [],
        },
      ],
    ]);
    expect(whileLocked).toEqual([400, 400, 400]);
    expect(other.status).toBe(204);
    expect(released).toEqual([204, 201, 204]);
  });

  it('undoes an all-or-none composite, and fails one record of a collection', async () => {
    await using rig = await createEmulatorRig();
    rig.emulator.faults.add({ fault: 'lockRow', object: 'Opportunity', times: 2 });

    const composite = await rig.call('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: `${V}/sobjects/Account`, referenceId: 'a', body: { Name: 'Acme' } },
        { method: 'POST', url: `${V}/sobjects/Opportunity`, referenceId: 'o', body: aDeal() },
      ],
    });
    const collection = await rig.call('POST', '/composite/sobjects', {
      allOrNone: false,
      records: [
        { attributes: { type: 'Opportunity' }, ...aDeal() },
        { attributes: { type: 'Opportunity' }, ...aDeal() },
      ],
    });

    expect(composite.body).toMatchObject({
      compositeResponse: [
        { body: [{ errorCode: 'PROCESSING_HALTED' }] },
        { httpStatusCode: 400, body: [{ errorCode: 'UNABLE_TO_LOCK_ROW' }] },
      ],
    });
    expect(collection.body).toMatchObject([
      { success: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW' }] },
      { success: true },
    ]);
    expect([rig.emulator.count('Account'), rig.emulator.count('Opportunity')]).toEqual([0, 1]);
  });
});

describe('a read-only org', () => {
  it('reads on, writes nothing, and leaves other orgs alone', async () => {
    await using rig = await createEmulatorRig();
    const other = rig.emulator.createOrg({ kind: 'developer' });
    const id = await rig.create('Account', { Name: 'Acme' });
    rig.emulator.faults.add({ fault: 'readOnly', org: rig.emulator.org.id });

    const update = await rig.call('PATCH', `/sobjects/Account/${id}`, { Name: 'Changed' });
    const read = await rig.call('GET', `/sobjects/Account/${id}?fields=Name`);
    const elsewhere = await rig.call(
      'POST',
      '/sobjects/Account',
      { Name: 'Acme' },
      { authorization: `Bearer ${other.issueSession().accessToken}` },
    );

    expect([update.status, update.body]).toMatchObject([
      400,
      [{ errorCode: 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE' }],
    ]);
    expect([read.status, read.body]).toMatchObject([200, { Name: 'Acme' }]);
    expect(elsewhere.status).toBe(201);
  });
});
