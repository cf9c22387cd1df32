import { describe, expect, it } from 'vitest';
import { anOrg, failureOf } from './build/an-org.ts';

const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const;

describe('accounts, contacts and deals', () => {
  it('creates, reads, updates and deletes, one API call each', async () => {
    const { org, emulator } = await anOrg();

    const { id } = await org.accounts.create({ Name: "O'Brien & Söhne", NumberOfEmployees: 12, External_Id__c: 'x' });
    await org.accounts.update(id.slice(0, 15), { Phone: '+49 30 1', Industry: null });
    const account = await org.accounts.retrieve(id, { fields: ['Name', 'Phone', 'NumberOfEmployees'] });
    await org.accounts.delete(id);

    expect(account).toMatchObject({ Id: id, Name: "O'Brien & Söhne", Phone: '+49 30 1', NumberOfEmployees: 12 });
    expect(emulator.apiCalls()).toBe(4);
    expect(org.apiCalls).toBe(4);
    expect(org.limits.apiUsage?.org.limit).toBe(100_000);
    expect(await failureOf(org.accounts.retrieve(id))).toMatchObject({
      code: 'SALESFORCE_RECORD_NOT_FOUND',
      recordId: id,
    });
  });

  it('upserts by an External Id, whatever characters it has', async () => {
    const { org, emulator } = await anOrg();
    const externalId = { field: 'External_Id__c', value: 'a/b?c#d e+f%g' };

    const first = await org.contacts.upsert(externalId, { LastName: 'Zoë', External_Id__c: 'ignored' });
    const second = await org.contacts.upsert(externalId, { FirstName: 'Ann' });

    expect(first).toEqual({ id: expect.stringMatching(/^003.{15}$/), created: true });
    expect(second).toEqual({ id: first.id, created: false });
    expect(emulator.records('Contact')).toEqual([
      expect.objectContaining({ LastName: 'Zoë', FirstName: 'Ann', External_Id__c: externalId.value }),
    ]);
  });

  it('creates a deal in a pipeline by name, by id, or in none, each in one API call', async () => {
    const { org, emulator } = await anOrg();
    const enterprise = emulator.records('RecordType').find(({ DeveloperName }) => DeveloperName === 'Enterprise')?.[
      'Id'
    ];

    const byName = await org.deals.create(deal, { pipeline: 'Enterprise' });
    const byId = await org.deals.create(deal, { pipeline: String(enterprise) });
    await org.deals.create(deal);

    expect(emulator.apiCalls()).toBe(3);
    for (const { id } of [byName, byId]) {
      expect(await org.deals.retrieve(id)).toMatchObject({ RecordTypeId: enterprise });
    }
  });

  it('refuses a pipeline that the org does not have, and a deal that is not complete', async () => {
    const { org, emulator } = await anOrg();

    expect(await failureOf(org.deals.create(deal, { pipeline: 'Nowhere' }))).toMatchObject({
      code: 'PIPELINE_NOT_FOUND',
      available: ['Enterprise'],
    });
    // @ts-expect-error -- a deal must have a stage and a close date
    expect(await failureOf(org.deals.create({ Name: 'x' }, { pipeline: 'Enterprise' }))).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      errorCode: 'REQUIRED_FIELD_MISSING',
      outcome: 'notApplied',
    });
    expect(emulator.count('Opportunity')).toBe(0);
  });

  it('names what is wrong with the values', async () => {
    const { org } = await anOrg();

    // @ts-expect-error -- a contact must have a last name
    expect(await failureOf(org.contacts.create({ FirstName: 'Ann' }))).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      object: 'Contact',
      fields: ['LastName'],
    });
    expect(await failureOf(org.accounts.create({ Name: 'x', Nope__c: 1 }))).toMatchObject({
      code: 'SALESFORCE_REQUEST_INVALID',
      fields: ['Nope__c'],
    });
  });

  it('sends nothing that cannot be right', async () => {
    const { org, emulator } = await anOrg();

    await expect(org.accounts.retrieve('001')).rejects.toMatchObject({ code: 'PLAN_INVALID', problem: 'invalidId' });
    // @ts-expect-error -- nobody chooses the id of a record
    await expect(org.accounts.create({ Name: 'x', Id: 'x' })).rejects.toMatchObject({ problem: 'invalidName' });
    await expect(org.accounts.retrieve('001B000001LntWlIAJ', { fields: ['Name&x'] })).rejects.toMatchObject({
      problem: 'invalidName',
    });
    await expect(org.accounts.upsert({ field: 'External_Id__c', value: '..' }, {})).rejects.toMatchObject({
      problem: 'invalidMatch',
    });
    expect(emulator.requests()).toEqual([]);
  });
});

describe('custom objects', () => {
  it('work like the standard ones, by their API name', async () => {
    const { org } = await anOrg();

    const { id } = await org.customObjects.create('Region__c', { Name: 'EMEA', Code__c: 'E' });
    await org.customObjects.update('Region__c', id, { Name: 'Europe' });
    const again = await org.customObjects.upsert('Region__c', { field: 'Code__c', value: 'E' }, { Label__c: 'x' });

    expect(again).toEqual({ id, created: false });
    expect(await org.customObjects.retrieve('Region__c', id, { fields: ['Name', 'Label__c'] })).toMatchObject({
      Name: 'Europe',
      Label__c: 'x',
    });
  });

  it.each([
    ["an apostrophe: O'Brien"],
    ['a path: C:\\new'],
    ['a trailing backslash \\'],
    ['quotes: "6\'\'"'],
    ["a break-out: ' OR Name != '"],
    ['Unicode: Zoë ✓ 🎉'],
    ['per cent % and underscore _'],
  ])('are found by exactly what they say: %s', async (value) => {
    const { org } = await anOrg();
    const { id } = await org.customObjects.create('Region__c', { Name: 'this', Label__c: value });
    await org.customObjects.create('Region__c', { Name: 'other', Label__c: 'something else' });

    expect(await org.customObjects.find('Region__c', { Label__c: value })).toEqual({ found: 'one', id, name: 'this' });
  });

  it('that are several are given as a choice; none is none', async () => {
    const { org } = await anOrg();
    const one = await org.customObjects.create('Region__c', { Name: 'North', Group__c: 'g' });
    const two = await org.customObjects.create('Region__c', { Name: 'South', Group__c: 'g' });

    expect(await org.customObjects.find('Region__c', { Group__c: 'none' })).toEqual({ found: 'none' });
    expect(await org.customObjects.find('Region__c', { Group__c: 'g' })).toEqual({
      found: 'several',
      candidates: expect.arrayContaining([
        { id: one.id, name: 'North' },
        { id: two.id, name: 'South' },
      ]),
    });
  });

  it('that the org does not know are named', async () => {
    const { org } = await anOrg();

    expect(await failureOf(org.customObjects.find('Nope__c', { Name: 'x' }))).toMatchObject({
      code: 'SALESFORCE_REQUEST_INVALID',
      object: 'Nope__c',
      fixedBy: 'admin',
    });
    expect(await failureOf(org.customObjects.find('Region__c', { Nope__c: 'x' }))).toMatchObject({
      code: 'SALESFORCE_REQUEST_INVALID',
      fields: ['Nope__c'],
      path: 'match.Nope__c',
    });
  });
});

describe('notes', () => {
  it('are created and linked in one API call, and read as they were written', async () => {
    const { org, emulator } = await anOrg();
    const account = await org.accounts.create({ Name: 'Acme' });
    const contact = await org.contacts.create({ LastName: 'Zoë' });
    emulator.clearRequests();

    const note = await org.notes.create({
      title: 'Kick-off',
      body: { text: `Zoë's "plan" <1>\nis ready & 🎉` },
      links: [account.id, contact.id, account.id],
    });

    expect(emulator.apiCalls()).toBe(1);
    expect(note.linkIds).toHaveLength(2);
    expect(await org.notes.read(note.id)).toMatchObject({
      id: note.id,
      title: 'Kick-off',
      html: '<p>Zoë&#39;s &quot;plan&quot; &lt;1&gt;<br>is ready &amp; 🎉</p>',
      lastModifiedAt: expect.stringMatching(/Z$/),
    });
  });

  it('are not left behind when a link fails', async () => {
    const { org, emulator } = await anOrg();

    const error = await failureOf(org.notes.create({ title: 'x', body: { text: 'y' }, links: ['001B000001LntWlIAJ'] }));

    expect(error).toMatchObject({ object: 'ContentDocumentLink', outcome: 'notApplied' });
    expect(emulator.count('ContentNote')).toBe(0);
  });
});
