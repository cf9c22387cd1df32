import { describe, expect, it } from 'vitest';
import { aDeal, createEmulatorRig } from '../emulator-rig.ts';
import { rows } from './rows.ts';

describe('an opportunity', () => {
  it('keeps a row of history for its creation and for each change of what is watched', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('Opportunity', aDeal({ Amount: 100 }));

    await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { NextStep: 'call' });
    await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { Amount: 250 });
    await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { StageName: 'Closed Won', CloseDate: '2027-01-31' });

    expect(
      await rows(
        rig,
        `SELECT StageName, Amount, PrevAmount, CloseDate, PrevCloseDate, Probability, ForecastCategory,
      ExpectedRevenue FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY Id`,
      ),
    ).toEqual([
      {
        StageName: 'Qualification',
        Amount: 100,
        PrevAmount: null,
        CloseDate: '2026-12-31',
        PrevCloseDate: null,
        Probability: 10,
        ForecastCategory: 'Pipeline',
        ExpectedRevenue: 10,
      },
      {
        StageName: 'Qualification',
        Amount: 250,
        PrevAmount: 100,
        CloseDate: '2026-12-31',
        PrevCloseDate: '2026-12-31',
        Probability: 10,
        ForecastCategory: 'Pipeline',
        ExpectedRevenue: 25,
      },
      {
        StageName: 'Closed Won',
        Amount: 250,
        PrevAmount: 250,
        CloseDate: '2027-01-31',
        PrevCloseDate: '2026-12-31',
        Probability: 100,
        ForecastCategory: 'Closed',
        ExpectedRevenue: 250,
      },
    ]);
  });

  it('names the history of its last amount and its last close date', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('Opportunity', aDeal({ Amount: 100 }));

    await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { Amount: 250 });
    await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { CloseDate: '2027-01-31' });

    const history = await rows(rig, `SELECT Id FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY Id`);
    const [opportunity] = await rows(
      rig,
      'SELECT LastAmountChangedHistoryId, LastCloseDateChangedHistoryId FROM Opportunity',
    );
    expect(opportunity).toEqual({
      LastAmountChangedHistoryId: history[1]?.['Id'],
      LastCloseDateChangedHistoryId: history[2]?.['Id'],
    });
  });

  it('writes no history of a change that is rolled back', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('Opportunity', aDeal());

    const { status } = await rig.call('PATCH', `/sobjects/Opportunity/${id}`, {
      Amount: 5,
      AccountId: '001000000000001AAA',
    });

    expect(status).toBe(400);
    expect(await rows(rig, 'SELECT Id FROM OpportunityHistory')).toHaveLength(1);
  });

  it('shows the contact of its primary role, of which there is one', async () => {
    await using rig = await createEmulatorRig();
    const [first, second] = [
      await rig.create('Contact', { LastName: 'A' }),
      await rig.create('Contact', { LastName: 'B' }),
    ];
    const id = await rig.create('Opportunity', aDeal({ ContactId: first }));

    await rig.create('OpportunityContactRole', { OpportunityId: id, ContactId: second, IsPrimary: true });

    expect(await rows(rig, 'SELECT ContactId FROM Opportunity')).toEqual([{ ContactId: second }]);
    expect(await rows(rig, 'SELECT ContactId, IsPrimary FROM OpportunityContactRole ORDER BY Id')).toEqual([
      { ContactId: first, IsPrimary: false },
      { ContactId: second, IsPrimary: true },
    ]);
  });

  it('counts for its campaign', async () => {
    await using rig = await createEmulatorRig();
    const campaign = await rig.create('Campaign', { Name: 'Fair' });
    await rig.create('Opportunity', aDeal({ CampaignId: campaign, Amount: 10 }));
    const won = await rig.create('Opportunity', aDeal({ CampaignId: campaign, Amount: 20, StageName: 'Closed Won' }));
    const totals =
      'SELECT NumberOfOpportunities, NumberOfWonOpportunities, AmountAllOpportunities, AmountWonOpportunities FROM Campaign';
    const before = await rows(rig, totals);

    await rig.call('DELETE', `/sobjects/Opportunity/${won}`);

    expect(before).toEqual([
      { NumberOfOpportunities: 2, NumberOfWonOpportunities: 1, AmountAllOpportunities: 30, AmountWonOpportunities: 20 },
    ]);
    expect(await rows(rig, totals)).toEqual([
      { NumberOfOpportunities: 1, NumberOfWonOpportunities: 0, AmountAllOpportunities: 10, AmountWonOpportunities: 0 },
    ]);
  });
});
