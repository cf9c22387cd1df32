import { describe, expect, it } from 'vitest';
import { aDeal, ONE_DEAL } from './a-deal.ts';
import { countsOf } from './counts-of.ts';
import { aRig, type Rig } from './rig.ts';

/** What a Temporal client without our library does: names the workflow, its queue and an input of plain data. */
async function startPlainly({ temporal, taskQueue }: Rig, input: Readonly<Record<string, unknown>>) {
  return await temporal.workflow.start('writeDeal', {
    workflowId: `write/${String(input['connectionId'])}/${String(input['key'])}`,
    taskQueue,
    args: [input],
  });
}

describe('a client of another language', () => {
  it('may leave options out, or send them as null', async () => {
    const rig = await aRig();
    const deal = aDeal(rig.connectionId);
    const sparse = {
      key: 'k',
      connectionId: rig.connectionId,
      required: deal.required,
      record: deal.record,
      note: null,
      roles: null,
    };

    const result = await (await startPlainly(rig, sparse)).result();

    expect(result).toMatchObject({ outcome: 'written', roleIds: [], apiCalls: 1 });
    expect(rig.emulator.count('Opportunity')).toBe(1);
  });

  it.each([
    ['a number as text', { record: { fields: { Amount: '1000' } } }, 'deal.fields.Amount'],
    ['a name that is not known', { Record: {} }, 'input'],
    ['a list that is one item', { roles: { contactId: '0031x00000AbCdEAAV' } }, 'roles'],
    ['nothing', null, 'input'],
  ])('is told what is wrong with %s', async (_name, changes, path) => {
    const rig = await aRig();
    const input = changes === null ? null : { ...aDeal(rig.connectionId), ...changes };
    const handle = await rig.temporal.workflow.start('writeDeal', {
      workflowId: `plain/${rig.connectionId}`,
      taskQueue: rig.taskQueue,
      args: [input],
    });

    await expect(handle.result()).rejects.toMatchObject({
      cause: { type: 'INPUT_INVALID', details: [{ path, remedy: expect.stringMatching(/nothing was written/) }] },
    });
    expect(rig.emulator.requests()).toEqual([]);
  });

  it('and ours meet in one write, whoever comes first', async () => {
    const rig = await aRig();
    const first = await (await startPlainly(rig, { ...aDeal(rig.connectionId) })).result();

    const second = await rig.uman.writeDeal(aDeal(rig.connectionId));
    const other = rig.uman.writeDeal(aDeal(rig.connectionId, { roles: [] }));

    expect(second).toEqual({ ...(first as object), outcome: 'alreadyWritten', apiCalls: 0 });
    await expect(other).rejects.toMatchObject({ code: 'KEY_REUSED', failedAt: 'start' });
    expect(countsOf(rig.emulator)).toEqual(ONE_DEAL);
  });
});

it('keys of every kind lead to their own write and back', async () => {
  const { emulator, uman, connectionId } = await aRig();
  const keys = [
    'Call-1',
    'call-1',
    'O\'Brien "x" \\ 100% _ /a/b?c=d&e#f',
    'Grüße, 李, 🎉 + \u00a0 mid',
    '@x {y} ${z}',
    `${'ä'.repeat(198)}🎉`,
    '006Hs00001abcdE',
    '006Hs00001abcdEIAQ',
    '..',
  ];

  for (const key of keys) {
    emulator.faults.dropAnswerAfterCommit({ method: 'POST', path: /\/composite$/ });
    const first = await uman.writeAccount({ key, connectionId, record: { fields: { Name: 'Acme' } } });
    const again = await uman.writeAccount({ key, connectionId, record: { fields: { Name: 'Acme' } } });

    expect(first).toMatchObject({ outcome: 'written', record: { created: true } });
    expect(again).toMatchObject({ outcome: 'alreadyWritten', record: { id: first.record.id } });
  }
  expect(emulator.count('Account')).toBe(keys.length);
  expect(new Set(emulator.records('uman__Write__c').map((row) => row['uman__Key__c']))).toEqual(
    new Set(keys.map((key) => `${connectionId}/${key}`)),
  );
});
