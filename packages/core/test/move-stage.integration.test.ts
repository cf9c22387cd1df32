import { describe, expect, it } from 'vitest';
import { explainPlan, type RecordInvalidError } from '../src/index.ts';
import { aDeal, aWriter, later, oneSalesOrg, recordOf } from './build/a-sales-org.ts';
import { failureOf } from './build/an-org.ts';
import { aUser } from './build/a-user.ts';

const org = oneSalesOrg();

describe('deals.moveStage', () => {
  it('moves a deal on in its pipeline, and says what it skips, in two API calls', async () => {
    const test = org();
    const id = await aDeal(test);

    const result = await aWriter(test).deals.moveStage(id, { to: 'Offer', fields: { Amount: 6000 } });

    expect(test.emulator.apiCalls()).toBe(2);
    expect(result).toMatchObject({
      id,
      moved: true,
      from: { value: 'Prospecting', position: 1, standing: 'current' },
      to: { value: 'Offer', probability: 60, position: 3 },
      direction: 'forwards',
      effect: 'none',
      skips: [{ value: 'Trial', label: 'Trial & proof' }],
      pipeline: { developerName: 'Enterprise' },
      decidedAgain: 0,
      apiCalls: 2,
    });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Offer', Probability: 60, Amount: 6000 });
  });

  it.each([
    ['Offer', 'Prospecting', { direction: 'backwards', effect: 'none', skips: [] }],
    ['Offer', 'Closed Won', { direction: 'forwards', effect: 'wins', skips: [] }],
    ['Prospecting', 'Closed Lost', { effect: 'loses', skips: [{ value: 'Trial' }, { value: 'Offer' }] }],
    ['Closed Won', 'Trial', { direction: 'backwards', effect: 'reopens' }],
    ['Closed Won', 'Closed Lost', { effect: 'changesOutcome' }],
    ['Renewing', 'Offer', { direction: 'start', from: { standing: 'ofAnotherPipeline' } }],
  ])('says what it is to go from %s to %s', async (from, to, meaning) => {
    const test = org();
    const id = await aDeal(test, { StageName: from });

    const result = await aWriter(test).deals.moveStage(id, { to });

    expect(result).toMatchObject({ moved: true, ...meaning });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: to });
  });

  it('writes nothing where the deal is there already', async () => {
    const test = org();
    const id = await aDeal(test);

    const result = await aWriter(test).deals.moveStage(id, { from: 'Trial', to: 'Prospecting' });

    expect(result).toMatchObject({ moved: false, direction: 'none', apiCalls: 1 });
    expect(test.emulator.apiCalls()).toBe(1);
  });

  it.each([
    ['Renewing', /is no stage of its pipeline Enterprise but of Renewal/],
    ['Old', /the org has retired it/],
    ['offer', /Did you mean "Offer"\?/],
    ['Trial & proof', /Did you mean "Trial"\?/],
    ['Nowhere', /Use one of: Prospecting, Trial, Offer, Closed Won, Closed Lost/],
  ])('refuses the stage "%s" with those that the pipeline has', async (to, message) => {
    const test = org();
    const id = await aDeal(test);

    const error = await failureOf(aWriter(test).deals.moveStage(id, { to }));

    expect(error).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      outcome: 'notApplied',
      path: 'to',
      fields: ['StageName'],
      problems: [{ path: 'to', allowed: ['Prospecting', 'Trial', 'Offer', 'Closed Won', 'Closed Lost'] }],
    });
    expect((error as RecordInvalidError).message).toMatch(message);
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Prospecting' });
  });

  it('knows the pipeline of a deal whose record type the user may not give to others', async () => {
    const test = org();
    const id = await aDeal(test);
    const limited = await aUser(test);

    const error = await failureOf(limited.deals.moveStage(id, { to: 'Renewing' }));

    expect(error).toMatchObject({ problems: [{ path: 'to', allowed: expect.arrayContaining(['Trial']) }] });
  });

  it('says all that is wrong before anything is sent', async () => {
    const test = org();
    test.emulator.clearRequests();

    const error = await failureOf(
      test.org.deals.moveStage('003B000001LntWlIAJ', {
        to: ' ',
        lostReason: { field: 'Loss Reason' },
        fields: { CloseDate: '2026-02-30', ...({ StageName: 'Offer' } as object) },
      }),
    );

    const paths = (error as RecordInvalidError).problems.map(({ path }) => path);
    expect(paths).toEqual(['id', 'to', 'lostReason.field', 'fields.StageName', 'deal.fields.CloseDate']);
    expect(test.emulator.apiCalls()).toBe(0);
  });

  it('can be looked at before it runs', async () => {
    const plan = org().org.deals.planStageMove('0061i000013x2TEAAY', {
      to: 'Closed Lost',
      lostReason: { field: 'Loss_Reason__c', value: 'Secret' },
      fields: { NextStep: 'Secret' },
    });

    expect(explainPlan(plan).text).toMatchInlineSnapshot(`
      "2 API calls.
      Read first:
         Read the Opportunity with its stage and the time of its last change (id)
         Read the stages of its pipeline; another stage ends it (to)
         Where the move loses the deal: describe Loss_Reason__c and what it offers, unless that is known (lostReason)
      Written all or nothing, in one request:
       1. Update Opportunity 0061i000013x2TEAAY with StageName, NextStep, unless it has been changed since it was read (deal)"
    `);
  });
});

describe('the reason for which a deal is lost', () => {
  const field = 'Loss_Reason__c';

  it('is written with the stage where the move loses the deal, and costs one API call the first time', async () => {
    const test = org();
    const [one, other] = [await aDeal(test), await aDeal(test)];
    const writer = aWriter(test);
    test.emulator.clearRequests();

    const first = await writer.deals.moveStage(one, { to: 'Closed Lost', lostReason: { field, value: 'Price' } });
    const second = await writer.deals.moveStage(other, { to: 'Closed Lost', lostReason: { field, value: 'Timing' } });

    expect([first.apiCalls, second.apiCalls, test.emulator.apiCalls()]).toEqual([3, 2, 5]);
    expect(recordOf(test, 'Opportunity', one)).toMatchObject({ StageName: 'Closed Lost', [field]: 'Price' });
    expect(recordOf(test, 'Opportunity', other)).toMatchObject({ [field]: 'Timing' });
  });

  it('is not asked for, nor written, where it does not lose it', async () => {
    const test = org();
    const id = await aDeal(test);

    const result = await aWriter(test).deals.moveStage(id, { to: 'Closed Won', lostReason: { field, value: 'Price' } });

    expect(result.apiCalls).toBe(2);
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ [field]: null });
  });

  it.each([
    ['is missing', { field }, { path: 'lostReason.value', allowed: ['Price', 'Timing'] }],
    ['is not offered', { field, value: 'Weather' }, { path: 'lostReason.value', allowed: ['Price', 'Timing'] }],
    ['has no such field', { field: 'Reason__c', value: 'Price' }, { path: 'lostReason.field' }],
  ])('is refused with all else that is wrong: it %s', async (_, lostReason, problem) => {
    const test = org();
    const id = await aDeal(test);

    const error = await failureOf(aWriter(test).deals.moveStage(id, { to: 'Closed Lost', from: 'Offer', lostReason }));

    expect(error).toMatchObject({ outcome: 'notApplied', problems: [{ path: 'from' }, problem] });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Prospecting' });
  });

  it('may be there already', async () => {
    const test = org();
    const id = await aDeal(test);
    await test.org.deals.update(id, { [field]: 'Price' });
    later(test, 3_600_000);

    const result = await aWriter(test).deals.moveStage(id, { to: 'Closed Lost', lostReason: { field } });

    expect(result).toMatchObject({ moved: true, effect: 'loses' });
  });

  it('can be a text', async () => {
    const test = org();
    const id = await aDeal(test);

    const lostReason = { field: 'nextstep', value: 'Too expensive' };
    await aWriter(test).deals.moveStage(id, { to: 'Closed Lost', lostReason });
    const tooLong = { field: 'NextStep', value: 'x'.repeat(256) };
    const error = await failureOf(aWriter(test).deals.moveStage(id, { to: 'Closed Lost', lostReason: tooLong }));

    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ NextStep: 'Too expensive' });
    expect(error).toMatchObject({ path: 'lostReason.value' });
  });
});

describe('a deal that others write to', () => {
  it('is not moved where they moved it between its reading and its writing', async () => {
    const test = org();
    const id = await aDeal(test);
    const writer = aWriter(test, async (nth) => {
      if (nth === 2) await test.org.deals.update(id, { StageName: 'Closed Won' });
    });

    const error = await failureOf(writer.deals.moveStage(id, { to: 'Trial' }));

    expect(error).toMatchObject({ code: 'SALESFORCE_RECORD_INVALID', path: 'to', outcome: 'notApplied' });
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Closed Won' });
  });

  it('is moved where they changed something else, which stays', async () => {
    const test = org();
    const id = await aDeal(test);
    const writer = aWriter(test, async (nth) => {
      if (nth === 2) await test.org.deals.update(id, { Amount: 1 });
    });

    const result = await writer.deals.moveStage(id, { to: 'Trial' });

    expect(result).toMatchObject({ moved: true });
    expect(result.decidedAgain).toBeGreaterThan(0);
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Trial', Amount: 1 });
  });

  it('is where it was to go: they moved it there', async () => {
    const test = org();
    const id = await aDeal(test);
    const writer = aWriter(test, async (nth) => {
      if (nth === 2) await test.org.deals.update(id, { StageName: 'Trial' });
    });

    expect(await writer.deals.moveStage(id, { to: 'Trial' })).toMatchObject({ moved: false, decidedAgain: 1 });
  });

  it('is left alone in the second of its last change, in which another one would not show', async () => {
    const test = org();
    const id = await aDeal(test);
    await test.org.deals.update(id, { Amount: 1 });
    let waited = 0;
    const writer = aWriter(test, async (nth) => {
      if (nth === 2) await test.org.deals.update(id, { Amount: (waited += 1) + 1 });
    });

    const result = await writer.deals.moveStage(id, { to: 'Trial' });

    expect(result.decidedAgain).toBeGreaterThan(0);
    expect(recordOf(test, 'Opportunity', id)).toMatchObject({ StageName: 'Trial', Amount: 2 });
  });

  it('is given up where they do not stop', async () => {
    const test = org();
    const id = await aDeal(test);
    let amount = 0;
    const writer = aWriter(test, async () => {
      later(test, 10_000);
      await test.org.deals.update(id, { Amount: (amount += 1) });
    });

    const error = await failureOf(writer.deals.moveStage(id, { to: 'Trial' }));

    expect(error).toMatchObject({ code: 'SALESFORCE_RECORD_LOCKED', retryable: true, outcome: 'notApplied' });
  });
});
