import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aDeal, ONE_DEAL } from './a-deal.ts';
import { countsOf } from './counts-of.ts';
import { aRig } from './rig.ts';

const COMPOSITE = { method: 'POST', path: /\/composite$/ };

describe('the same key', () => {
  it('returns the first result and writes nothing', async () => {
    const { emulator, uman, connectionId } = await aRig();
    const first = await uman.writeDeal(aDeal(connectionId));
    emulator.clearRequests();

    const second = await uman.writeDeal(aDeal(connectionId));

    expect(second).toEqual({ ...first, outcome: 'alreadyWritten', apiCalls: 0 });
    expect(emulator.requests()).toEqual([]);
  });

  it('meets the write that is still running', async () => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.faults.delayNext(500, COMPOSITE);

    const first = await uman.start.writeDeal(aDeal(connectionId));
    const second = await uman.start.writeDeal(aDeal(connectionId));

    expect([first.met, second.met]).toEqual(['started', 'running']);
    expect(await second.result()).toEqual(await first.result());
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('is refused for other content, before anything starts', async () => {
    const { emulator, uman, connectionId } = await aRig();
    await uman.writeDeal(aDeal(connectionId));

    const other = uman.writeDeal(aDeal(connectionId, { roles: [] }));

    await expect(other).rejects.toMatchObject({ code: 'KEY_REUSED', failedAt: 'start' });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('is recognised by the ledger when Temporal has forgotten the workflow', async () => {
    const { emulator, uman, temporal, connectionId } = await aRig();
    const first = await uman.writeDeal(aDeal(connectionId));
    const forgotten = aDeal(connectionId);

    const again = await temporal.workflow.execute('writeDeal', {
      workflowId: `forgotten-${randomUUID()}`,
      taskQueue: await taskQueueOf(temporal, `write/${connectionId}/${forgotten.key}`),
      args: [forgotten],
    });

    expect(again).toMatchObject({
      outcome: 'alreadyWritten',
      record: { id: first.record.id },
      note: first.note,
      roleIds: first.roleIds,
    });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('is refused by the ledger for other content when Temporal has forgotten the workflow', async () => {
    const { emulator, uman, temporal, connectionId } = await aRig();
    await uman.writeDeal(aDeal(connectionId));

    const other = temporal.workflow.execute('writeDeal', {
      workflowId: `forgotten-${randomUUID()}`,
      taskQueue: await taskQueueOf(temporal, `write/${connectionId}/call-1/deal`),
      args: [aDeal(connectionId, { roles: [] })],
    });

    await expect(other).rejects.toMatchObject({ cause: { type: 'KEY_REUSED' } });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('may be used again after a failure, with corrected content', async () => {
    const { emulator, uman, connectionId } = await aRig();
    const wrong = aDeal(connectionId, { note: { title: 'x', body: { html: '<table></table>' } } });
    await expect(uman.writeDeal(wrong)).rejects.toMatchObject({ code: 'NOTE_HTML_NOT_ALLOWED' });

    const result = await uman.writeDeal(aDeal(connectionId));

    expect(result.outcome).toBe('written');
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('stands for two writes in two connections of one org', async () => {
    const { emulator, uman, connectionId } = await aRig();
    await uman.writeDeal(aDeal(connectionId));

    const other = await uman.writeDeal(aDeal(randomUUID()));

    expect(other.outcome).toBe('written');
    expect(emulator.count('Opportunity')).toBe(2);
  });
});

describe('a lost answer', () => {
  it('is found by its key, and nothing is doubled', async () => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.clearRequests();
    emulator.faults.dropAnswerAfterCommit({ ...COMPOSITE, times: 1 });

    const result = await uman.writeDeal(aDeal(connectionId));

    expect(result).toMatchObject({ outcome: 'written', record: { created: true }, apiCalls: emulator.apiCalls() });
    expect(result.required['region']).toMatchObject({ created: true });
    expect(emulator.requests().filter(({ dropped }) => dropped)).toHaveLength(1);
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('tells the same ids as the answer would have', async () => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.faults.dropAnswerAfterCommit({ ...COMPOSITE, times: 1 });

    const { record, required, roleIds, note } = await uman.writeDeal(aDeal(connectionId));

    expect(emulator.records('Opportunity').map(({ Id }) => Id)).toEqual([record.id]);
    expect(emulator.records('Engagement__c').map(({ Id }) => Id)).toEqual([required['engagement']?.id]);
    expect(emulator.records('OpportunityContactRole').map(({ Id }) => Id)).toEqual(roleIds);
    expect(emulator.records('ContentNote').map(({ Id }) => Id)).toEqual([note?.id]);
    expect(note?.linkIds).toHaveLength(3);
  });

  it('of a request that was never handled leads to one that is', async () => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.faults.failNext(
      { status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'server too busy' }] },
      COMPOSITE,
    );

    const result = await uman.writeDeal(aDeal(connectionId));

    expect(result.outcome).toBe('written');
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('several times over is still one write', async () => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.faults.dropAnswerAfterCommit({ times: 3 });

    await uman.writeDeal(aDeal(connectionId));

    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });
});

describe('an org that cannot take it now', () => {
  it.each([
    ['a locked row', 400, 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'],
    ['an org that is down', 503, 'SERVER_UNAVAILABLE', 'server too busy'],
  ])('is asked again: %s', async (_name, status, errorCode, message) => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.faults.failNext({ status, body: [{ errorCode, message }] }, { ...COMPOSITE, times: 2 });

    const result = await uman.writeDeal(aDeal(connectionId));

    expect(result.outcome).toBe('written');
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });
});

async function taskQueueOf(
  temporal: Awaited<ReturnType<typeof aRig>>['temporal'],
  workflowId: string,
): Promise<string> {
  const { taskQueue } = await temporal.workflow.getHandle(workflowId).describe();
  return taskQueue;
}
