import { describe, expect, it } from 'vitest';
import { anOrg, failureOf, type TestOrg, uman } from './build/an-org.ts';
import { aUser } from './build/a-user.ts';
import { deployRecordTypes, deployStages, type StageXml } from './build/sales-processes.ts';

const stages: readonly StageXml[] = [
  { name: 'Prospecting', probability: 10 },
  { name: 'Offer', probability: 60 },
  { name: 'Closed Won', probability: 100, closes: 'won' },
  { name: 'Closed Lost', probability: 0, closes: 'lost' },
];
const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31', Amount: 5000 };

async function aSalesOrg(): Promise<TestOrg> {
  const testOrg = await anOrg({ install: [uman] });
  deployStages(testOrg.emulator, stages);
  deployRecordTypes(testOrg.emulator, [{ name: 'Enterprise', stages: ['Prospecting', 'Offer', 'Closed Won'] }]);
  return testOrg;
}

describe('deals.details', () => {
  it('gives the deal with all that belongs to it in one API call', async () => {
    const { org, emulator } = await aSalesOrg();
    const account = await org.accounts.create({ Name: 'Acme' });
    const contact = await org.contacts.create({ LastName: 'Zoë' });
    const { id } = await org.deals.create({ ...deal, AccountId: account.id }, { pipeline: 'Enterprise' });
    const roleFields = { OpportunityId: id, ContactId: contact.id, Role: 'Decision Maker', IsPrimary: true };
    await org.customObjects.create('OpportunityContactRole', roleFields);
    await org.notes.create({ title: 'Kick-off', body: { text: 'x' }, links: [id] });
    await org.deals.update(id, { StageName: 'Offer' });
    emulator.clearRequests();

    const details = await org.deals.details(id);

    expect(emulator.apiCalls()).toBe(1);
    expect(details).toMatchObject({
      apiCalls: 1,
      amount: 5000,
      closeDate: '2026-12-31',
      account: { id: account.id, name: 'Acme' },
      pipeline: { developerName: 'Enterprise', isUsable: true },
      stage: { value: 'Offer', position: 2, of: 3, probability: 60, standing: 'current', outcome: 'open' },
      roles: [{ contactId: contact.id, contactName: 'Zoë', role: 'Decision Maker', isPrimary: true }],
      products: [],
      notes: [{ title: 'Kick-off' }],
      truncated: [],
      hiddenFields: [],
      notVisible: [],
    });
    // Both rows of the history may have the same time: their ids say which was first.
    expect(details.stageHistory?.visits.map(({ stage }) => stage)).toEqual(['Prospecting', 'Offer']);
  });

  it('knows a stage that was retired while the deal was in it, and asks for layouts that have changed', async () => {
    const { org, emulator } = await aSalesOrg();
    const { id } = await org.deals.create(deal, { pipeline: 'Enterprise' });
    await org.deals.details(id);
    deployStages(emulator, stages.slice(1));

    const { stage } = await org.deals.details(id);

    expect(stage).toMatchObject({ value: 'Prospecting', standing: 'retired', probability: 10, position: null });
  });

  it('says that a user may not see the amount, and shows the rest', async () => {
    const testOrg = await aSalesOrg();
    const { id } = await testOrg.org.deals.create(deal);
    const org = await aUser(testOrg, { without: ['Opportunity.Amount'] });

    const details = await org.deals.details(id);

    expect(details).toMatchObject({ amount: undefined, hiddenFields: ['Amount'], closeDate: '2026-12-31' });
    expect(details.stageHistory?.visits).toMatchObject([{ stage: 'Prospecting', leftAt: null }]);
  });

  it('says that there is no such deal', async () => {
    const { org } = await aSalesOrg();

    const error = await failureOf(org.deals.details('006B000001LntWlIAJ'));

    expect(error).toMatchObject({ code: 'SALESFORCE_RECORD_NOT_FOUND', object: 'Opportunity' });
  });
});
