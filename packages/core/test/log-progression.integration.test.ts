import { describe, expect, it } from 'vitest';
import { explainPlan, type Progression } from '../src/index.ts';
import { aDeal, aWriter, later, oneSalesOrg, recordOf } from './build/a-sales-org.ts';
import { anOrg, failureOf } from './build/an-org.ts';

const org = oneSalesOrg();
let keys = 0;

function aProgression(overrides: Partial<Progression> = {}): Progression {
  keys += 1;
  return {
    key: `call-${keys}`,
    connectionId: 'connection-1',
    to: 'Offer',
    reason: 'They asked for prices.',
    ...overrides,
  };
}

const tasksOf = (id: string) =>
  org()
    .emulator.records('Task')
    .filter(({ WhatId }) => WhatId === id);
const notes = () => org().emulator.records('ContentNote').length;

describe('deals.logProgression', () => {
  it('moves the deal, logs a completed task and keeps a note, in two API calls', async () => {
    const test = org();
    const id = await aDeal(test);
    const note = { title: 'Pricing call', body: { markdown: 'They said **yes**.' } };

    const result = await aWriter(test).deals.logProgression(id, aProgression({ note, fields: { Amount: 6000 } }));

    expect(test.emulator.apiCalls()).toBe(2);
    const [task] = tasksOf(id);
    expect(result).toMatchObject({
      outcome: 'written',
      id,
      from: 'Prospecting',
      to: 'Offer',
      meaning: { direction: 'forwards', effect: 'none', skips: [{ value: 'Trial' }] },
      taskId: task?.['Id'],
      note: { linkIds: [expect.stringMatching(/^06A/)] },
      decidedAgain: 0,
      apiCalls: 2,
      warnings: [],
    });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Offer', Amount: 6000 });
    expect(task).toMatchObject({
      Subject: 'Stage: Prospecting → Offer',
      Description: 'From: Prospecting\nTo: Offer\nReason: They asked for prices.',
      Status: 'Completed',
      IsClosed: true,
      ActivityDate: test.emulator.time.now().toISOString().slice(0, 10),
    });
  });

  it('is written once, and tells the same when it is sent again', async () => {
    const test = org();
    const id = await aDeal(test);
    const progression = aProgression({ note: { title: 'Once', body: { text: 'x' } } });
    const before = notes();
    const first = await aWriter(test).deals.logProgression(id, progression);
    later(test, 60_000);
    await test.org.deals.update(id, { StageName: 'Trial' });
    test.emulator.clearRequests();

    const second = await aWriter(test).deals.logProgression(id, { ...progression });

    expect(second).toEqual({ ...first, outcome: 'alreadyWritten', apiCalls: 1 });
    expect(test.emulator.apiCalls()).toBe(1);
    expect([tasksOf(id).length, notes() - before]).toEqual([1, 1]);
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Trial' });
  });

  it('is told when its answer was lost', async () => {
    const test = org();
    const id = await aDeal(test);
    const progression = aProgression();
    // The first composite request reads, the second one writes.
    const lost = aWriter(test, async (nth) => {
      if (nth === 2) test.emulator.faults.dropAnswerAfterCommit({ path: /composite$/ });
    });

    const error = await failureOf(lost.deals.logProgression(id, progression));
    const result = await aWriter(test).deals.logProgression(id, progression);

    expect(error).toMatchObject({ outcome: 'unknown', retryable: true });
    expect(result).toMatchObject({ outcome: 'alreadyWritten', from: 'Prospecting', to: 'Offer' });
    expect(tasksOf(id)).toHaveLength(1);
  });

  it('is written once by two that send it at the same time', async () => {
    const test = org();
    const id = await aDeal(test);
    const progression = aProgression();
    const other = aWriter(test);
    const one = aWriter(test, async (nth) => {
      if (nth === 2) await other.deals.logProgression(id, progression);
    });

    const result = await one.deals.logProgression(id, progression);

    expect(result).toMatchObject({ outcome: 'alreadyWritten', from: 'Prospecting', decidedAgain: 1 });
    expect(tasksOf(id)).toHaveLength(1);
  });

  it('refuses a key that stands for something else', async () => {
    const test = org();
    const id = await aDeal(test);
    const progression = aProgression();
    await aWriter(test).deals.logProgression(id, progression);

    const error = await failureOf(aWriter(test).deals.logProgression(id, { ...progression, reason: 'Another' }));

    expect(error).toMatchObject({ code: 'WRITE_ALREADY_APPLIED', outcome: 'notApplied', path: 'key' });
  });

  it('undoes stage and task where the org refuses the note', async () => {
    const test = org();
    const id = await aDeal(test);
    const note = { title: 'x', body: { text: 'y' }, links: ['001B000001LntWlIAJ'] };

    const error = await failureOf(aWriter(test).deals.logProgression(id, aProgression({ note })));

    expect(error).toMatchObject({ outcome: 'notApplied', path: 'note.links[0]' });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Prospecting' });
    expect(tasksOf(id)).toEqual([]);
  });

  it('overwrites no stage that somebody else gave the deal meanwhile', async () => {
    const test = org();
    const id = await aDeal(test);
    const writer = aWriter(test, async (nth) => {
      if (nth === 2) await test.org.deals.update(id, { StageName: 'Closed Won' });
    });

    const error = await failureOf(writer.deals.logProgression(id, aProgression()));

    expect(error).toMatchObject({ path: 'to', outcome: 'notApplied' });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Closed Won' });
    expect(tasksOf(id)).toEqual([]);
  });

  it('keeps what somebody else changed beside the stage', async () => {
    const test = org();
    const id = await aDeal(test);
    const writer = aWriter(test, async (nth) => {
      if (nth === 2) await test.org.deals.update(id, { Amount: 1 });
    });

    const result = await writer.deals.logProgression(id, aProgression());

    expect(result).toMatchObject({ outcome: 'written' });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Offer', Amount: 1 });
  });

  it('of a deal that is there already logs the rest', async () => {
    const test = org();
    const id = await aDeal(test, { StageName: 'Offer' });

    const result = await aWriter(test).deals.logProgression(id, aProgression());

    expect(result).toMatchObject({ outcome: 'written', from: 'Offer', to: 'Offer', meaning: { direction: 'none' } });
    expect(tasksOf(id)).toMatchObject([{ Subject: 'Stage: Offer' }]);
  });

  it('asks why a deal is lost, and writes it', async () => {
    const test = org();
    const id = await aDeal(test);
    const field = 'Loss_Reason__c';

    const error = await failureOf(
      aWriter(test).deals.logProgression(id, aProgression({ to: 'Closed Lost', lostReason: { field } })),
    );
    const lostReason = { field, value: 'Price' };
    await aWriter(test).deals.logProgression(id, aProgression({ to: 'Closed Lost', lostReason }));

    expect(error).toMatchObject({ path: 'lostReason.value', problems: [{ allowed: ['Price', 'Timing'] }] });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Closed Lost', [field]: 'Price' });
  });

  it('says all that is wrong before anything is sent', async () => {
    const test = org();
    test.emulator.clearRequests();

    const error = await failureOf(
      test.org.deals.logProgression('003', {
        ...aProgression({ key: '', to: '', reason: 'x'.repeat(31_001), fields: { Amount: 1e20 } }),
        task: { date: 'tomorrow', subject: ' ' },
        note: { title: '', body: { text: 'x' } },
      }),
    );

    const paths = (error as { problems: { path: string }[] }).problems.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'id',
        'to',
        'reason',
        'key',
        'deal.fields.Amount',
        'tasks[0].date',
        'tasks[0].subject',
        'note.title',
      ]),
    );
    expect(test.emulator.apiCalls()).toBe(0);
  });

  it('needs the ledger', async () => {
    const test = await anOrg({ install: [] });
    const { id } = await test.org.deals.create({ Name: 'x', StageName: 'Prospecting', CloseDate: '2026-12-31' });

    const error = await failureOf(test.org.deals.logProgression(id, aProgression({ to: 'Qualification' })));

    expect(error).toMatchObject({ code: 'LEDGER_UNAVAILABLE', fixedBy: 'admin', outcome: 'notApplied' });
  });

  it('can be looked at before it runs', () => {
    const plan = org().org.deals.planProgression('0061i000013x2TEAAY', {
      ...aProgression({ reason: 'Secret', fields: { NextStep: 'Secret' } }),
      note: { title: 'Secret', body: { text: 'Secret' } },
    });

    expect(explainPlan(plan).text).toMatchInlineSnapshot(`
      "2 API calls.
      Read first:
         Read the Opportunity with its stage and the time of its last change (id)
         Read the stages of its pipeline; another stage ends it (to)
         Look in the ledger whether it is written already; then nothing is (key)
      Written all or nothing, in one request:
       1. Update Opportunity 0061i000013x2TEAAY with StageName, NextStep, unless it has been changed since it was read (deal)
       2. Create Task with Subject, Description, Status, WhatId (tasks[0])
       3. Create ContentNote with Title, Content (note)
       4. Create ContentDocumentLink with ContentDocumentId, LinkedEntityId, ShareType, Visibility (note.links), after 3
       5. Note in the ledger (uman__Write__c) that it is written, with the ids of its records (key), after 2, 3, 4"
    `);
    expect(JSON.stringify(explainPlan(plan))).not.toContain('Secret');
  });
});
