import { describe, expect, it } from 'vitest';
import { aDeal } from './a-deal.ts';
import { aRig } from './rig.ts';

describe('an invalid input', () => {
  it('is refused before anything starts, naming the path', async () => {
    const { uman, temporal, connectionId } = await aRig();
    const input = aDeal(connectionId, { record: { fields: { CloseDate: 'tomorrow' } } });

    const write = uman.writeDeal(input);

    await expect(write).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      failedAt: 'start',
      detail: { path: 'deal.fields.CloseDate' },
    });
    await expect(write).rejects.toThrow('deal.fields.CloseDate: expected a date');
    await expect(temporal.workflow.getHandle(`write/${connectionId}/call-1/deal`).describe()).rejects.toThrow(
      /not found/,
    );
  });

  it('is refused by the worker too, since other clients may not check', async () => {
    const { uman, temporal, emulator, connectionId } = await aRig();
    await uman.writeAccount({ key: 'a', connectionId, record: { fields: { Name: 'Acme' } } });
    const { taskQueue } = await temporal.workflow.getHandle(`write/${connectionId}/a`).describe();
    emulator.clearRequests();

    const write = temporal.workflow.execute('writeDeal', {
      workflowId: `unchecked/${connectionId}`,
      taskQueue,
      args: [{ connectionId, record: {} }],
    });

    await expect(write).rejects.toMatchObject({ cause: { type: 'INPUT_INVALID', details: [{ path: 'key' }] } });
    expect(emulator.requests()).toEqual([]);
  });
});
