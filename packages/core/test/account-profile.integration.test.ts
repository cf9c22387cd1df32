import { describe, expect, it } from 'vitest';
import type { Interaction } from '../src/index.ts';
import { allPages } from './build/all-pages.ts';
import { aUser } from './build/a-user.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';

/** An account of 3 contacts, 5 deals, tasks, events, an email with its task, and a note. */
async function aCompany(testOrg: TestOrg): Promise<{ id: string; ids: Readonly<Record<string, string>> }> {
  const acme = { ref: 'acme' };
  const { ids } = testOrg.emulator.seed({
    records: [
      { object: 'Account', ref: 'group', fields: { Name: 'Acme Group' } },
      { object: 'Account', ref: 'acme', fields: { Name: 'Acme', Industry: 'Energy', ParentId: { ref: 'group' } } },
      ...['Ann', 'Bob', 'Cleo'].map((LastName) => ({
        object: 'Contact',
        ref: LastName,
        fields: { LastName, AccountId: acme, Phone: '1' },
      })),
      ...[
        ['Prospecting', 10],
        ['Prospecting', 20],
        ['Closed Won', 40],
        ['Closed Lost', 80],
        ['Closed Lost', 160],
      ].map(([StageName = '', Amount = 0], index) => ({
        object: 'Opportunity',
        ref: `deal${index}`,
        fields: { Name: `Deal ${index}`, StageName, Amount, AccountId: acme, CloseDate: `2026-0${index + 1}-01` },
      })),
      { object: 'Task', ref: 'undated', fields: { Subject: 'Undated', WhatId: acme } },
      { object: 'Task', ref: 'call', fields: { Subject: 'Call', WhoId: { ref: 'Ann' }, ActivityDate: '2026-05-03' } },
      {
        object: 'Task',
        ref: 'twin',
        fields: { Subject: 'Email: Offer', WhatId: acme, ActivityDate: '2026-05-02', TaskSubtype: 'Email' },
      },
      {
        object: 'Event',
        ref: 'meeting',
        fields: {
          Subject: 'Meeting',
          WhatId: { ref: 'deal0' },
          StartDateTime: '2026-05-04T09:00:00Z',
          EndDateTime: '2026-05-04T10:00:00Z',
        },
      },
      {
        object: 'EmailMessage',
        ref: 'email',
        fields: {
          Subject: 'Offer',
          RelatedToId: acme,
          ActivityId: { ref: 'twin' },
          MessageDate: '2026-05-02T12:00:00Z',
          FromAddress: 'ann@acme.test',
          TextBody: 'Yes.',
          Status: '3',
        },
      },
    ],
  });
  const id = String(ids['acme']);
  await testOrg.org.notes.create({ title: 'Kick-off', body: { text: 'They said yes.' }, links: [id] });
  testOrg.emulator.clearRequests();
  return { id, ids };
}

const said = (interactions: readonly Interaction[]) => interactions.map(({ kind, subject }) => [kind, subject]);

describe('accounts.profile', () => {
  it('gives the company with its people, deals, interactions and notes in one API call', async () => {
    const testOrg = await anOrg();
    const { id, ids } = await aCompany(testOrg);

    const profile = await testOrg.org.accounts.profile(id);

    expect(testOrg.emulator.apiCalls()).toBe(1);
    expect(profile).toMatchObject({ apiCalls: 1, hiddenFields: [], hiddenObjects: [] });
    expect(profile.record).toMatchObject({ Id: id, Name: 'Acme', Industry: 'Energy' });
    expect(profile.parent).toEqual({ id: ids['group'], object: 'Account', name: 'Acme Group' });
    expect(profile.owner?.id).toMatch(/^005/);
    expect(profile.contacts.items.map(({ name }) => name)).toEqual(['Ann', 'Bob', 'Cleo']);
    expect(profile.deals.items.map(({ name }) => name)).toEqual(['Deal 1', 'Deal 0', 'Deal 4', 'Deal 3', 'Deal 2']);
    expect(profile.totals).toEqual({
      open: { count: 2, amount: 30 },
      won: { count: 1, amount: 40 },
      lost: { count: 2, amount: 240 },
    });
    expect(profile.notes.items).toMatchObject([{ title: 'Kick-off', preview: expect.stringContaining('yes') }]);
  });

  it('puts tasks, events and emails in one time line, newest first, each once, with whom and about what', async () => {
    const testOrg = await anOrg();
    const { id, ids } = await aCompany(testOrg);

    const { interactions } = await testOrg.org.accounts.profile(id, { interactions: { emailTexts: true } });

    expect(said(interactions.items)).toEqual([
      ['event', 'Meeting'],
      ['task', 'Call'],
      ['email', 'Offer'],
      ['task', 'Undated'],
    ]);
    expect(interactions.items[0]).toMatchObject({ what: { id: ids['deal0'], object: 'Opportunity', name: 'Deal 0' } });
    expect(interactions.items[1]).toMatchObject({ who: { id: ids['Ann'], object: 'Contact', name: 'Ann' } });
    expect(interactions.items[2]).toMatchObject({ text: 'Yes.', taskId: ids['twin'] });
    expect(interactions.complete).toBe(true);
  });

  it('gives what is beyond the limits when it is asked for, in the same order', async () => {
    const testOrg = await anOrg();
    const { id } = await aCompany(testOrg);

    const profile = await testOrg.org.accounts.profile(id, { contacts: 1, deals: 2, interactions: { limit: 1 } });
    const contacts = await allPages(profile.contacts.more());
    const deals = await allPages(profile.deals.more());
    const interactions = await allPages(profile.interactions.more());

    expect(profile.contacts).toMatchObject({ items: [{ name: 'Ann' }], complete: false });
    expect(contacts).toMatchObject([{ records: [{ name: 'Bob' }, { name: 'Cleo' }], apiCalls: 1 }]);
    expect(deals[0]?.records.map(({ name }) => name)).toEqual(['Deal 4', 'Deal 3', 'Deal 2']);
    expect(said(profile.interactions.items)).toEqual([['event', 'Meeting']]);
    expect(said(interactions.flatMap(({ records }) => records))).toEqual([
      ['task', 'Call'],
      ['email', 'Offer'],
      ['task', 'Undated'],
    ]);
    expect(profile.notes.complete).toBe(true);
  });

  it('gives the fields that are named, or all that are visible', async () => {
    const testOrg = await anOrg();
    const { id } = await aCompany(testOrg);

    const named = await testOrg.org.accounts.profile(id, { fields: ['Industry', 'External_Id__c', 'Nope__c'] });
    const all = await testOrg.org.accounts.profile(id, { fields: 'all' });

    expect(named.record).toEqual({ Id: id, Industry: 'Energy', External_Id__c: null });
    expect(named.hiddenFields).toEqual(['Account.Nope__c']);
    expect(Object.keys(all.record).length).toBeGreaterThan(40);
  });

  it('says which fields the user may not see, and asks the org for that once', async () => {
    const testOrg = await anOrg();
    const { id } = await aCompany(testOrg);
    const user = await aUser(testOrg, { without: ['Account.Industry', 'Contact.Phone', 'Opportunity.Amount'] });

    const first = await user.accounts.profile(id);
    const second = await user.accounts.profile(id);

    expect(first.hiddenFields.toSorted()).toEqual(['Account.Industry', 'Contact.Phone', 'Opportunity.Amount']);
    expect(first.contacts.items[0]).toMatchObject({ name: 'Ann', phone: undefined });
    expect(first.totals).toEqual({
      open: { count: 2, amount: undefined },
      won: { count: 1, amount: undefined },
      lost: { count: 2, amount: undefined },
    });
    expect(first.apiCalls).toBe(3);
    expect(second).toMatchObject({ apiCalls: 1, hiddenFields: first.hiddenFields });
  });

  it('says which objects the user may not see', async () => {
    const testOrg = await anOrg();
    const { id } = await aCompany(testOrg);
    const user = await aUser(testOrg, { without: ['Opportunity'] });

    const profile = await user.accounts.profile(id);

    expect(profile.hiddenObjects).toEqual(['Opportunity']);
    expect(profile.totals).toBeUndefined();
    expect(profile.deals).toMatchObject({ items: [], complete: true });
    expect(profile.contacts.items).toHaveLength(3);
  });

  it('refuses ids and options that cannot be, all at once, and sends nothing', async () => {
    const { org, emulator } = await anOrg();

    const error = await failureOf(
      org.accounts.profile('0035g00000ABCDE', { fields: ['Na me'], contacts: 201, interactions: { limit: -1 } }),
    );
    const checksum = await failureOf(org.accounts.profile('001B000001LntWlIAK'));

    expect(error).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      problems: [{ path: 'id' }, { path: 'fields[0]' }, { path: 'contacts' }, { path: 'interactions.limit' }],
    });
    expect(checksum).toMatchObject({ code: 'SALESFORCE_RECORD_INVALID', problems: [{ path: 'id' }] });
    expect(emulator.requests()).toEqual([]);
  });

  it('fails for an account that is not there', async () => {
    const { org } = await anOrg();

    expect(await failureOf(org.accounts.profile('001B000001LntWlIAJ'))).toMatchObject({
      code: 'SALESFORCE_RECORD_NOT_FOUND',
      recordId: '001B000001LntWlIAJ',
    });
  });
});
