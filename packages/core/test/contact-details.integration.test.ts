import { describe, expect, it } from 'vitest';
import { aUser } from './build/a-user.ts';
import { allPages } from './build/all-pages.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';

/** A contact with a role in two deals, a call, a meeting, an email to her and a note. */
async function aPerson({ emulator, org }: TestOrg): Promise<{ id: string; ids: Readonly<Record<string, string>> }> {
  const [acme, ann] = [{ ref: 'acme' }, { ref: 'ann' }];
  const deal = { StageName: 'Prospecting', CloseDate: '2026-12-31', AccountId: acme };
  const { ids } = emulator.seed({
    records: [
      { object: 'Account', ref: 'acme', fields: { Name: 'Acme' } },
      { object: 'Contact', ref: 'boss', fields: { LastName: 'Boss', AccountId: acme } },
      { object: 'Contact', ref: 'ann', fields: { LastName: 'Ann', AccountId: acme, ReportsToId: { ref: 'boss' } } },
      { object: 'Opportunity', ref: 'one', fields: { Name: 'One', Amount: 5, ...deal } },
      { object: 'Opportunity', ref: 'two', fields: { Name: 'Two', ...deal } },
      {
        object: 'OpportunityContactRole',
        fields: { OpportunityId: { ref: 'one' }, ContactId: ann, Role: 'Decision Maker', IsPrimary: true },
      },
      { object: 'OpportunityContactRole', fields: { OpportunityId: { ref: 'two' }, ContactId: ann } },
      { object: 'Task', ref: 'call', fields: { Subject: 'Call', WhoId: ann, ActivityDate: '2026-05-03' } },
      {
        object: 'Event',
        fields: {
          Subject: 'Meeting',
          WhoId: ann,
          StartDateTime: '2026-05-01T09:00:00Z',
          EndDateTime: '2026-05-01T10:00:00Z',
        },
      },
      {
        object: 'EmailMessage',
        ref: 'email',
        fields: { Subject: 'Offer', RelatedToId: { ref: 'one' }, MessageDate: '2026-05-02T12:00:00Z', Status: '5' },
      },
      {
        object: 'EmailMessageRelation',
        fields: { EmailMessageId: { ref: 'email' }, RelationId: ann, RelationType: 'ToAddress' },
      },
    ],
  });
  const id = String(ids['ann']);
  await org.notes.create({ title: 'Likes tea', body: { text: 'Earl Grey.' }, links: [id] });
  emulator.clearRequests();
  return { id, ids };
}

describe('contacts.details', () => {
  it('gives the person with account, deals, communication history and notes in one API call', async () => {
    const testOrg = await anOrg();
    const { id, ids } = await aPerson(testOrg);

    const details = await testOrg.org.contacts.details(id.slice(0, 15));

    expect(testOrg.emulator.apiCalls()).toBe(1);
    expect(details).toMatchObject({
      apiCalls: 1,
      record: { Id: id, LastName: 'Ann' },
      account: { id: ids['acme'], object: 'Account', name: 'Acme' },
      reportsTo: { id: ids['boss'], object: 'Contact', name: 'Boss' },
      hiddenFields: [],
      hiddenObjects: [],
    });
    expect(details.deals.items).toHaveLength(2);
    expect(details.deals.items.find(({ isPrimary }) => isPrimary)).toMatchObject({
      role: 'Decision Maker',
      deal: { id: ids['one'], name: 'One', stage: 'Prospecting', amount: 5 },
    });
    expect(details.interactions.items.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['task', 'Call'],
      ['email', 'Offer'],
      ['event', 'Meeting'],
    ]);
    expect(details.notes.items).toMatchObject([{ title: 'Likes tea' }]);
  });

  it('gives what is beyond the limits when it is asked for', async () => {
    const testOrg = await anOrg();
    const { id } = await aPerson(testOrg);

    const details = await testOrg.org.contacts.details(id, { deals: 1, notes: 0, interactions: { limit: 1 } });
    const deals = await allPages(details.deals.more());
    const notes = await allPages(details.notes.more());
    const interactions = await allPages(details.interactions.more());

    expect(
      new Set([...details.deals.items, ...deals.flatMap(({ records }) => records)].map((one) => one.id)).size,
    ).toBe(2);
    expect(notes).toMatchObject([{ records: [{ title: 'Likes tea' }], apiCalls: 1 }]);
    expect(interactions.flatMap(({ records }) => records).map(({ subject }) => subject)).toEqual(['Offer', 'Meeting']);
  });

  it('says what the user may not see of the contact and of its deals', async () => {
    const testOrg = await anOrg();
    const { id } = await aPerson(testOrg);
    const user = await aUser(testOrg, { without: ['Contact.ReportsToId', 'Opportunity.Amount'] });

    const details = await user.contacts.details(id);

    expect(details.hiddenFields.toSorted()).toEqual(['Contact.ReportsToId', 'Opportunity.Amount']);
    expect(details.reportsTo).toBeUndefined();
    expect(details.account).toMatchObject({ name: 'Acme' });
    expect(details.deals.items.map(({ deal }) => deal?.amount)).toEqual([undefined, undefined]);
    expect((await user.contacts.details(id)).apiCalls).toBe(1);
  });

  it('says that the org has no emails, in one API call', async () => {
    const testOrg = await anOrg();
    const { id } = await aPerson(testOrg);
    const body = [{ errorCode: 'INVALID_TYPE', message: "sObject type 'EmailMessage' is not supported." }];
    testOrg.emulator.faults.add({
      fault: 'answer',
      operation: 'Query',
      path: /FROM\+EmailMessage\+WHERE/,
      answer: { status: 400, body },
    });

    const details = await testOrg.org.contacts.details(id);

    expect(details).toMatchObject({ apiCalls: 1, hiddenObjects: ['EmailMessage'] });
    expect(details.interactions.items.map(({ kind }) => kind)).toEqual(['task', 'event']);
  });

  it('refuses the id of another object', async () => {
    const { org, emulator } = await anOrg();

    expect(await failureOf(org.contacts.details('001B000001LntWlIAJ'))).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      problems: [{ path: 'id' }],
    });
    expect(emulator.requests()).toEqual([]);
  });
});
