import { describe, expect, it } from 'vitest';
import { type OrgClient, RequestInvalidError, SalesforceError } from '../../src/index.ts';
import { aWrite } from '../build/a-write.ts';
import { allPages } from '../build/all-pages.ts';
import { failureOf } from '../build/an-org.ts';
import { openTestOrg } from './open-test-org.ts';

/** A stage that a deal can begin in, in the user's own pipeline. */
async function firstStage(org: OrgClient): Promise<string> {
  const { pipelines } = await org.pipelines.list();
  const own = pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0];
  const stage = own?.stages.find(({ outcome }) => outcome === 'open');
  if (stage === undefined) throw new Error('The org has no open stage of deals.');
  return stage.value;
}

async function aDeal(org: OrgClient, name: string, fields: object = {}): Promise<string> {
  const deal = { Name: name, StageName: await firstStage(org), CloseDate: '2030-12-31', Amount: 100 };
  return (await org.deals.create({ ...deal, ...fields })).id;
}

describe('records', () => {
  it('are created, read, changed and deleted', async () => {
    const { org, unique } = await openTestOrg();
    const Name = unique("O'Brien & Söhne 🎉");

    const { id } = await org.accounts.create({ Name, NumberOfEmployees: 12 });
    await org.accounts.update(id.slice(0, 15), { Phone: '+49 30 1', NumberOfEmployees: null });
    const account = await org.accounts.retrieve(id, { fields: ['Name', 'Phone', 'NumberOfEmployees'] });
    await org.accounts.delete(id);

    expect(account).toMatchObject({ Id: id, Name, Phone: '+49 30 1', NumberOfEmployees: null });
    expect(await failureOf(org.accounts.retrieve(id))).toMatchObject({
      code: 'SALESFORCE_RECORD_NOT_FOUND',
      recordId: id,
    });
  });

  it('are enriched where they are blank, and nowhere else', async () => {
    const { org, unique } = await openTestOrg();
    const { id } = await org.accounts.create({ Name: unique('Acme'), Phone: '1' });

    const result = await org.accounts.enrich(id, { Phone: { value: '2' }, Fax: { value: '3' } });

    expect(result).toMatchObject({ written: ['Fax'] });
    expect(await org.accounts.retrieve(id, { fields: ['Phone', 'Fax'] })).toMatchObject({ Phone: '1', Fax: '3' });
  });

  it('are found by their values, and several are a choice', async () => {
    const { org, unique } = await openTestOrg();
    const LastName = unique('Partner');
    const ids = [];
    for (const FirstName of ['Ann', 'Bob']) ids.push((await org.contacts.create({ FirstName, LastName })).id);

    const one = await org.customObjects.lookUp('Contact', { LastName, FirstName: 'Ann' });
    const several = await org.customObjects.lookUp('Contact', { LastName });
    const { records } = await org.search.query({
      select: ['Id', 'FirstName'],
      from: 'Contact',
      where: [{ field: 'LastName', equals: LastName }],
      orderBy: 'FirstName',
    });

    expect(one).toMatchObject({ found: 'one', record: { id: ids[0], values: { FirstName: 'Ann', LastName } } });
    expect(several).toMatchObject({ found: 'several' });
    expect(records.map(({ Id }) => Id)).toEqual(ids);
  });

  it('are told of when they have changed', async () => {
    const { org, unique } = await openTestOrg();
    const begin = new Date(Date.now() - 60_000);
    const { id } = await org.accounts.create({ Name: unique('Acme') });
    const { id: gone } = await org.accounts.create({ Name: unique('Beta') });
    await org.accounts.delete(gone);

    const pages = await allPages(org.changes.since('Account', begin, { includeUnsettled: true }));

    const changes = pages.flatMap((page) => page.changes);
    expect(changes).toContainEqual(expect.objectContaining({ id, deleted: false }));
    expect(changes).toContainEqual(expect.objectContaining({ id: gone, deleted: true }));
  });
});

describe('what belongs together', () => {
  it('is read at once, of a company', async () => {
    const { org, unique } = await openTestOrg();
    const { id } = await org.accounts.create({ Name: unique('Acme') });
    const contact = await org.contacts.create({ LastName: unique('Zoë'), AccountId: id });
    const dealId = await aDeal(org, unique('Renewal'), { AccountId: id });
    const task = { Subject: unique('Call'), WhatId: dealId, WhoId: contact.id, ActivityDate: '2030-05-03' };
    await org.customObjects.create('Task', task);

    const profile = await org.accounts.profile(id);

    expect(profile.record.Id).toBe(id);
    expect(profile.contacts.items).toMatchObject([{ id: contact.id }]);
    expect(profile.deals.items).toMatchObject([{ id: dealId }]);
    expect(profile.totals?.open).toMatchObject({ count: 1, amount: 100 });
    expect(profile.interactions.items).toMatchObject([{ kind: 'task', subject: task.Subject }]);
  });

  it('is read at once, of a person and of a deal', async () => {
    const { org, unique } = await openTestOrg();
    const account = await org.accounts.create({ Name: unique('Acme') });
    const contact = await org.contacts.create({ LastName: unique('Zoë'), AccountId: account.id });
    const dealId = await aDeal(org, unique('Renewal'), { AccountId: account.id });
    const role = { OpportunityId: dealId, ContactId: contact.id, IsPrimary: true };
    await org.customObjects.create('OpportunityContactRole', role);

    const person = await org.contacts.details(contact.id);
    const deal = await org.deals.details(dealId);

    expect(person.account).toMatchObject({ id: account.id });
    expect(person.deals.items).toMatchObject([{ deal: { id: dealId } }]);
    expect(deal).toMatchObject({ amount: 100, account: { id: account.id }, stage: { outcome: 'open' } });
    expect(deal.roles).toMatchObject([{ contactId: contact.id, isPrimary: true }]);
  });
});

it('a note is written, read, changed, linked, unlinked and deleted', async () => {
  const { org, unique } = await openTestOrg({ objects: ['ContentNote'] });
  const { id: accountId } = await org.accounts.create({ Name: unique('Acme') });
  const { id: otherId } = await org.accounts.create({ Name: unique('Beta') });
  const markdown = 'Zoë said **"go"** & it\'s 🎉';

  const { id } = await org.notes.create({ title: unique('Kick-off'), body: { markdown }, links: [accountId] });
  const read = await org.notes.read(id);
  await org.notes.update(id, { body: { text: 'Changed' } }, { read });
  await org.notes.link(id, [otherId]);
  await org.notes.unlink(id, [accountId]);
  const changed = await org.notes.read(id);
  const ofOther = await org.notes.of(otherId);
  await org.notes.delete(id);

  expect(read.text).toBe('Zoë said "go" & it\'s 🎉');
  expect(changed.text).toBe('Changed');
  const linked = changed.links.items.map(({ record }) => record.id);
  expect([linked.includes(otherId), linked.includes(accountId)]).toEqual([true, false]);
  expect(ofOther.items).toMatchObject([{ id }]);
  expect(await failureOf(org.notes.read(id))).toMatchObject({ code: 'SALESFORCE_RECORD_NOT_FOUND' });
});

describe('what the org says of itself', () => {
  it('is asked once', async () => {
    const { org } = await openTestOrg();

    const described = await org.metadata.describe('Opportunity');
    const objects = await org.metadata.objects();
    const before = org.apiCalls;
    await org.metadata.describe('Opportunity');
    await org.metadata.objects();

    expect(described.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Name', 'StageName', 'CloseDate']),
    );
    expect(objects.map(({ name }) => name)).toEqual(expect.arrayContaining(['Account', 'Contact', 'Opportunity']));
    expect(org.apiCalls).toBe(before);
  });

  it('tells its pipelines, and that nothing has changed', async () => {
    const { org } = await openTestOrg();

    const list = await org.pipelines.list();
    const { changes } = await org.pipelines.changes(list);

    expect(list.pipelines.length).toBeGreaterThan(0);
    expect(list.pipelines.every(({ stages }) => stages.length > 0)).toBe(true);
    expect(changes).toEqual([]);
  });

  it('tells what a deal needs', async () => {
    const { org } = await openTestOrg();

    const { problems } = await org.requirements.check({ object: 'Opportunity', fields: { Name: 'x' } });

    const missing = problems.filter(({ code }) => code === 'missing').map(({ path }) => path);
    expect(missing).toEqual(expect.arrayContaining(['fields.StageName', 'fields.CloseDate']));
  });

  it('tells how much of the API is left', async () => {
    const { org } = await openTestOrg();
    await org.metadata.describe('Account', { revalidate: true });

    expect(org.limits.apiUsage?.org.limit).toBeGreaterThan(0);
  });
});

describe('a refusal', () => {
  it('names the fields that are missing, with their labels', async () => {
    const { org } = await openTestOrg();
    await org.metadata.describe('Contact');

    // @ts-expect-error -- a contact must have a last name
    const error = await failureOf(org.contacts.create({ FirstName: 'Ann' }));

    expect(error).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      errorCode: 'REQUIRED_FIELD_MISSING',
      fields: ['LastName'],
      fieldLabels: { LastName: expect.any(String) },
      outcome: 'notApplied',
    });
  });

  it('names a field and an object that are not there', async () => {
    const { org, unique } = await openTestOrg();

    const field = await failureOf(org.accounts.create({ Name: unique('Acme'), Nowhere_At_All__c: 1 }));
    const object = await failureOf(org.customObjects.find('Nowhere_At_All__c', { Name: 'x' }));

    expect(field).toBeInstanceOf(RequestInvalidError);
    expect(field).toMatchObject({ missing: { what: 'field', name: 'Nowhere_At_All__c' } });
    expect(object).toMatchObject({ missing: { what: 'object', name: 'Nowhere_At_All__c' } });
  });

  it('says that an access token is no longer good', async () => {
    const { another } = await openTestOrg();

    const error = await failureOf(another({ accessToken: async () => '00D000000000000!nothing' }).limits.read());

    expect(error).toBeInstanceOf(SalesforceError);
    expect(error).toMatchObject({ code: 'SALESFORCE_SESSION_EXPIRED', outcome: 'notApplied', retryable: true });
  });
});

it('a whole write is one API call, is in the ledger, and is made once', async () => {
  const { org, unique } = await openTestOrg({ objects: ['uman__Write__c', 'ContentNote'] });
  const { id: accountId } = await org.accounts.create({ Name: unique('Acme') });
  const fields = {
    Name: unique('Renewal'),
    StageName: await firstStage(org),
    CloseDate: '2030-12-31',
    AccountId: accountId,
  };
  const note = { title: unique('Call'), body: { text: 'x' }, links: [accountId] };
  const plan = org.writes.plan(aWrite({ key: unique('write'), record: { fields }, note }));

  const result = await org.writes.send(plan);
  const again = await failureOf(org.writes.send(plan));

  expect(result).toMatchObject({ apiCalls: 1, record: { created: true } });
  expect((await org.ledger.find(plan.ledgerKey))?.result.record).toEqual(result.record);
  expect(again).toMatchObject({ code: 'WRITE_ALREADY_APPLIED', outcome: 'applied' });
});
