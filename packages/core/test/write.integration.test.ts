import { describe, expect, it } from 'vitest';
import { createMetadataCache, type OrgClient, type RecordWrite } from '../src/index.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';
import { aWrite } from './build/a-write.ts';

const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const;

/** Refused in either. */
async function plannedAndSent(org: OrgClient, overrides: Partial<RecordWrite>): Promise<unknown> {
  return org.writes.send(org.writes.plan(aWrite(overrides)));
}

/** Everything that a write can hold. */
async function aFullWrite({ org }: TestOrg): Promise<{ write: RecordWrite; accountId: string; contactId: string }> {
  const { id: accountId } = await org.accounts.create({ Name: 'Acme' });
  const { id: contactId } = await org.contacts.create({ LastName: 'Zoë', AccountId: accountId });
  const write = aWrite({
    required: [
      { ref: 'engagement', object: 'Engagement__c', fields: { Name: 'Renewal', Region__c: { ref: 'region' } } },
      { ref: 'region', object: 'Region__c', match: { Code__c: 'EMEA/1 +x' }, fields: { Name: 'EMEA' } },
    ],
    record: { pipeline: 'Enterprise', fields: { ...deal, AccountId: accountId, Engagement__c: { ref: 'engagement' } } },
    roles: [{ contactId, role: 'Decision Maker', isPrimary: true }],
    note: {
      title: 'Kick-off & plan',
      body: { markdown: '# Agenda\n\nZoë said **"go"**' },
      links: [accountId, contactId],
    },
  });
  return { write, accountId, contactId };
}

const countsOf = ({ emulator }: TestOrg): Record<string, number> =>
  Object.fromEntries(
    ['Region__c', 'Engagement__c', 'Opportunity', 'OpportunityContactRole', 'ContentNote', 'uman__Write__c'].map(
      (object) => [object, emulator.count(object)],
    ),
  );

const nothing = {
  Region__c: 0,
  Engagement__c: 0,
  Opportunity: 0,
  OpportunityContactRole: 0,
  ContentNote: 0,
  uman__Write__c: 0,
};
const once = {
  Region__c: 1,
  Engagement__c: 1,
  Opportunity: 1,
  OpportunityContactRole: 1,
  ContentNote: 1,
  uman__Write__c: 1,
};

describe('a whole write', () => {
  it('is one API call', async () => {
    const test = await anOrg();
    const { org, emulator } = test;
    const { write, accountId, contactId } = await aFullWrite(test);
    emulator.clearRequests();

    const result = await org.writes.send(org.writes.plan(write));

    expect(emulator.apiCalls()).toBe(1);
    expect(result).toMatchObject({
      record: { id: expect.stringMatching(/^006.{15}$/), created: true },
      required: { region: { created: true }, engagement: { created: true } },
      roleIds: [expect.stringMatching(/^00K.{15}$/)],
      note: { id: expect.stringMatching(/^069.{15}$/) },
      apiCalls: 1,
      warnings: [],
    });
    expect(result.note?.linkIds).toHaveLength(3);
    expect(countsOf(test)).toEqual(once);

    const [region] = emulator.records('Region__c');
    const [engagement] = emulator.records('Engagement__c');
    const [opportunity] = emulator.records('Opportunity');
    const [enterprise] = emulator.records('RecordType').filter(({ DeveloperName }) => DeveloperName === 'Enterprise');
    expect(region).toMatchObject({ Id: result.required['region']?.id, Code__c: 'EMEA/1 +x', Name: 'EMEA' });
    expect(engagement).toMatchObject({ Id: result.required['engagement']?.id, Region__c: region?.['Id'] });
    expect(opportunity).toMatchObject({
      Id: result.record.id,
      ...deal,
      AccountId: accountId,
      Engagement__c: engagement?.['Id'],
      RecordTypeId: enterprise?.['Id'],
    });
    expect(emulator.records('OpportunityContactRole')[0]).toMatchObject({
      Id: result.roleIds[0],
      OpportunityId: result.record.id,
      ContactId: contactId,
      Role: 'Decision Maker',
      IsPrimary: true,
    });
    const linked = emulator
      .records('ContentDocumentLink')
      .filter(({ Id }) => result.note?.linkIds.includes(String(Id)))
      .map(({ LinkedEntityId }) => String(LinkedEntityId));
    expect(linked.sort()).toEqual([result.record.id, accountId, contactId].sort());

    const note = await org.notes.read(result.note?.id ?? '');
    expect(note).toMatchObject({
      title: 'Kick-off & plan',
      html: '<p><b>Agenda</b></p><p>Zoë said <b>&quot;go&quot;</b></p>',
    });
  });

  it('may fill the request and the ledger row to the last place, before it takes another one', async () => {
    const { org, emulator } = await anOrg();
    const accounts = await Promise.all(
      Array.from({ length: 22 }, async (_, index) => await org.accounts.create({ Name: `Account ${index}` })),
    );
    const noteOn = (count: number) => ({
      title: 'x',
      body: { text: 'y' },
      links: accounts.slice(0, count).map(({ id }) => id),
    });

    const plan = org.writes.plan(aWrite({ note: noteOn(21) }));
    const result = await org.writes.send(plan);

    expect(plan.steps).toHaveLength(25);
    expect((await org.ledger.find(plan.ledgerKey))?.result.note).toEqual(result.note);
    expect(emulator.count('Opportunity')).toBe(1);
    expect(org.writes.plan(aWrite({ note: noteOn(22) })).parts).toHaveLength(2);
  });

  it('can be compiled in one process and sent by another: a plan is plain data', async () => {
    const test = await anOrg();
    const { write } = await aFullWrite(test);
    const plan = test.org.writes.plan(write);

    const result = await test.another().writes.send(JSON.parse(JSON.stringify(plan)));

    expect(result).toMatchObject({ record: { created: true }, apiCalls: 1 });
    expect(countsOf(test)).toEqual(once);
  });

  it('is found in the ledger with the same result', async () => {
    const test = await anOrg();
    const { org, another } = test;
    const { write } = await aFullWrite(test);
    const plan = org.writes.plan(write);
    const { apiCalls: _spent, ...result } = await org.writes.send(plan);

    const entry = await another().ledger.find(plan.ledgerKey);

    expect(entry).toMatchObject({
      id: expect.stringMatching(/^.{18}$/),
      key: 'connection-1/call-8213/deal',
      connectionId: 'connection-1',
      operation: 'writeDeal',
      object: 'Opportunity',
      contentHash: write.contentHash,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      result: { ...result, apiCalls: 2 },
    });
  });

  it('is not found by a key that differs in case only', async () => {
    const { org } = await anOrg();
    await org.writes.send(org.writes.plan(aWrite({ key: 'Key' })));

    expect(await org.ledger.find('connection-1/key')).toBeUndefined();
    expect(await org.ledger.find('connection-1/Key')).toBeDefined();
  });

  it('runs where the package was deployed as source', async () => {
    const { uman, customer } = await import('./build/an-org.ts');
    const { another, emulator } = await anOrg({ install: [{ directory: uman.directory }, customer] });
    const org = another({ packageNamespace: '' });

    const plan = org.writes.plan(aWrite());
    await org.writes.send(plan);

    expect(emulator.count('Write__c')).toBe(1);
    expect(await org.ledger.find(plan.ledgerKey)).toBeDefined();
  });
});

describe('the record', () => {
  it('is updated by its id', async () => {
    const { org, emulator } = await anOrg();
    const { id } = await org.deals.create(deal);

    const result = await org.writes.send(
      org.writes.plan(aWrite({ record: { id, fields: { StageName: 'Closed Won' } } })),
    );

    expect(result.record).toEqual({ id, created: false });
    expect(emulator.records('Opportunity')).toEqual([expect.objectContaining({ Id: id, StageName: 'Closed Won' })]);
    expect((await org.ledger.find('connection-1/call-8213/deal'))?.result.record).toEqual({ id, created: false });
  });

  it('is created by the first upsert and updated by the next', async () => {
    const { org, emulator } = await anOrg();
    const write = (key: string) =>
      aWrite({ key, record: { match: { External_Id__c: 'a/b c+d%' }, fields: { ...deal, Name: key } } });

    const first = await org.writes.send(org.writes.plan(write('first')));
    const second = await org.writes.send(org.writes.plan(write('second')));

    expect(first).toMatchObject({ record: { created: true }, apiCalls: 1 });
    expect(second).toMatchObject({ record: { id: first.record.id, created: false }, apiCalls: 1 });
    expect(emulator.records('Opportunity')).toEqual([
      expect.objectContaining({ Name: 'second', External_Id__c: 'a/b c+d%' }),
    ]);
  });
});

describe('a match', () => {
  const region = { ref: 'region', object: 'Region__c', fields: { Name: 'New name' } } as const;

  it('that must not change what it finds costs one look-up, and leaves the record as it is', async () => {
    const { org, emulator } = await anOrg();
    const { id } = await org.customObjects.create('Region__c', { Name: 'EMEA', Code__c: 'E' });
    emulator.clearRequests();

    const plan = org.writes.plan(aWrite({ required: [{ ...region, match: { Code__c: 'E' }, whenFound: 'keep' }] }));
    const result = await org.writes.send(plan);

    expect(plan.apiCalls).toBe(2);
    expect(result).toMatchObject({ required: { region: { id, created: false } }, apiCalls: 2 });
    expect(result.warnings).toEqual([expect.stringContaining('Name')]);
    expect(emulator.apiCalls()).toBe(2);
    expect(emulator.records('Region__c')).toEqual([expect.objectContaining({ Id: id, Name: 'EMEA' })]);
    expect((await org.ledger.find(plan.ledgerKey))?.result.required).toEqual({ region: { id, created: false } });
  });

  it('that finds nothing creates the record with what it was matched by', async () => {
    const { org, emulator } = await anOrg();

    const match = { Code__c: "O'Brien \\", Label__c: 'x' };
    const result = await org.writes.send(org.writes.plan(aWrite({ required: [{ ...region, match }] })));

    expect(result).toMatchObject({ required: { region: { created: true } }, apiCalls: 2 });
    expect(emulator.records('Region__c')).toEqual([expect.objectContaining({ ...match, Name: 'New name' })]);
  });

  it('by a field that is no External Id is looked up once this is known', async () => {
    const { org, emulator } = await anOrg();
    const { id } = await org.customObjects.create('Region__c', { Name: 'EMEA', Label__c: 'Europe' });
    const write = (key: string) => aWrite({ key, required: [{ ...region, match: { Label__c: 'Europe' } }] });
    const plan = org.writes.plan(write('first'));

    const first = await org.writes.send(plan);
    emulator.clearRequests();
    const second = await org.writes.send(org.writes.plan(write('second')));

    expect(plan.apiCalls).toBe(1);
    expect(first).toMatchObject({ required: { region: { id, created: false } }, apiCalls: 4 });
    expect(second).toMatchObject({ required: { region: { id, created: false } }, apiCalls: 2 });
    expect(emulator.apiCalls()).toBe(2);
    expect(emulator.records('Region__c')).toEqual([expect.objectContaining({ Name: 'EMEA' })]);
  });

  it('that two writes miss at the same moment is found by the one that comes second', async () => {
    const { org, another, emulator } = await anOrg();
    const write = (key: string) =>
      aWrite({ key, required: [{ ...region, match: { Code__c: 'E' }, whenFound: 'keep' }] });

    const results = await Promise.all(
      [org, another(), another()].map(async (client, index) => {
        return await client.writes.send(client.writes.plan(write(`write ${index}`)));
      }),
    );

    expect(new Set(results.map(({ required }) => required['region']?.id)).size).toBe(1);
    expect(results.filter(({ required }) => required['region']?.created)).toHaveLength(1);
    expect(emulator.count('Region__c')).toBe(1);
    expect(emulator.count('Opportunity')).toBe(3);
  });

  it('by a field that is no External Id is looked up in all of several writes that learn it at the same moment', async () => {
    const { org, another, emulator } = await anOrg();
    const metadata = createMetadataCache();
    const { id } = await org.customObjects.create('Region__c', { Name: 'EMEA', Label__c: 'Europe' });
    const write = (key: string) => aWrite({ key, required: [{ ...region, match: { Label__c: 'Europe' } }] });

    const results = await Promise.all(
      ['a', 'b', 'c'].map(async (key) => {
        const client = another({ metadata });
        return await client.writes.send(client.writes.plan(write(key)));
      }),
    );

    for (const { required } of results) expect(required['region']).toEqual({ id, created: false });
    expect(emulator.count('Opportunity')).toBe(3);
  });

  it.each([
    ['a date', 'Contact', { Birthdate: '1990-01-01', LastName: "O'Hara" }],
    ['a number given as text', 'Account', { NumberOfEmployees: '5', Name: 'Acme' }],
    ['a text given as number', 'Account', { AccountNumber: 5, Name: 'Acme' }],
  ])('by %s is written as its field needs it', async (_name, object, match) => {
    const { org, emulator } = await anOrg();
    const required = [{ ref: 'one', object, match, fields: {} }] as const;

    const first = await org.writes.send(org.writes.plan(aWrite({ key: 'first', required })));
    const second = await org.writes.send(org.writes.plan(aWrite({ key: 'second', required })));

    expect(first.required['one']).toMatchObject({ created: true });
    // The look-up that was refused, the description of the object, the look-up and the write; then the last two.
    expect([first.apiCalls, second.apiCalls]).toEqual([4, 2]);
    expect(second.required['one']).toEqual({ id: first.required['one']?.id, created: false });
    expect(emulator.count(object)).toBe(1);
  });

  it('by a field that does not exist says so', async () => {
    const { org, emulator } = await anOrg();

    const error = await failureOf(
      org.writes.send(org.writes.plan(aWrite({ required: [{ ...region, match: { Nope__c: 'x' } }] }))),
    );

    expect(error).toMatchObject({
      code: 'SALESFORCE_REQUEST_INVALID',
      object: 'Region__c',
      fields: ['Nope__c'],
      path: 'required[0].match.Nope__c',
      outcome: 'notApplied',
    });
    expect(emulator.count('Opportunity')).toBe(0);
  });

  it.each([
    ['looked up', { Label__c: 'Europe', Group__c: 'g' }],
    ['upserted', { Group__c: 'g' }],
  ])('that fits several records is a choice to make, not a guess (%s)', async (_name, match) => {
    const { org, emulator } = await anOrg();
    const fields = { Label__c: 'Europe', Group__c: 'g' };
    const one = await org.customObjects.create('Region__c', { ...fields, Name: 'North' });
    const two = await org.customObjects.create('Region__c', { ...fields, Name: 'South' });

    const error = await failureOf(org.writes.send(org.writes.plan(aWrite({ required: [{ ...region, match }] }))));

    expect(error).toMatchObject({
      code: 'RECORD_AMBIGUOUS',
      object: 'Region__c',
      outcome: 'notApplied',
      retryable: false,
    });
    const { candidates } = error as { candidates: { id: string; name: string | null }[] };
    expect(candidates.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(emulator.count('Opportunity')).toBe(0);
    expect(emulator.records('Region__c').map(({ Name }) => Name)).toEqual(['North', 'South']);
  });
});

describe('what the org refuses is undone as a whole, and named', () => {
  const required = [{ ref: 'region', object: 'Region__c', fields: { Name: 'EMEA' } }] as const;

  it.each<[string, Partial<RecordWrite>, object]>([
    [
      'a field that is missing',
      { required, record: { fields: { Name: 'x' } } },
      {
        code: 'SALESFORCE_RECORD_INVALID',
        errorCode: 'REQUIRED_FIELD_MISSING',
        object: 'Opportunity',
        fields: expect.arrayContaining(['StageName', 'CloseDate']),
        path: expect.stringMatching(/^deal\.fields\.(StageName|CloseDate)$/),
        fixedBy: 'user',
      },
    ],
    [
      'a field that does not exist',
      { required: [{ ...required[0], fields: { Nope__c: 1 } }] },
      {
        code: 'SALESFORCE_REQUEST_INVALID',
        errorCode: 'INVALID_FIELD',
        object: 'Region__c',
        fields: ['Nope__c'],
        path: 'required[0].fields.Nope__c',
        fixedBy: 'admin',
      },
    ],
    [
      'an object that does not exist',
      { required: [{ ref: 'x', object: 'Nope__c', fields: {} }] },
      { code: 'SALESFORCE_REQUEST_INVALID', errorCode: 'NOT_FOUND', object: 'Nope__c', path: 'required[0]' },
    ],
    [
      'a text that is too long',
      { required, record: { fields: { ...deal, Name: 'x'.repeat(121) } } },
      { code: 'SALESFORCE_RECORD_INVALID', errorCode: 'STRING_TOO_LONG', path: 'deal.fields.Name' },
    ],
    [
      'a text that is too long for a custom field',
      { required: [{ ref: 'x', object: 'Region__c', fields: { Name: 'x', Label__c: 'x'.repeat(81) } }] },
      { code: 'SALESFORCE_RECORD_INVALID', errorCode: 'STRING_TOO_LONG', path: 'required[0].fields.Label__c' },
    ],
    [
      'a record that does not exist',
      { required, record: { id: '006B000001LntWlIAJ', fields: { Name: 'x' } } },
      {
        code: 'SALESFORCE_RECORD_NOT_FOUND',
        errorCode: 'INVALID_CROSS_REFERENCE_KEY',
        object: 'Opportunity',
        recordId: '006B000001LntWlIAJ',
        path: 'deal.id',
      },
    ],
    [
      'a lookup to a record of another kind',
      { required, record: { fields: { ...deal, Engagement__c: { ref: 'region' } } } },
      { code: 'SALESFORCE_RECORD_INVALID', object: 'Opportunity', path: 'deal.fields.Engagement__c' },
    ],
    [
      'a text that is no date',
      { required, record: { fields: { ...deal, CloseDate: '31.12.2026' } } },
      { code: 'SALESFORCE_RECORD_INVALID', errorCode: 'JSON_PARSER_ERROR', path: 'deal.fields.CloseDate' },
    ],
    [
      'a contact that does not exist',
      { required, roles: [{ contactId: '003B000001LntWlIAJ' }] },
      { code: 'SALESFORCE_RECORD_INVALID', object: 'OpportunityContactRole' },
    ],
    [
      'a link to a record that does not exist',
      { required, note: { title: 'x', body: { text: 'y' }, links: ['003B000001LntWlIAJ'] } },
      { object: 'ContentDocumentLink', path: 'note.links[0]' },
    ],
  ])('%s', async (_name, overrides, expected) => {
    const test = await anOrg();
    const { org } = test;

    const error = await failureOf(plannedAndSent(org, overrides));

    expect(error).toMatchObject({ outcome: 'notApplied', retryable: false, remedy: expect.any(String), ...expected });
    expect(countsOf(test)).toEqual(nothing);
  });

  it.each(['Nowhere', 'Retired'])('a pipeline that it does not have: %s', async (pipeline) => {
    const test = await anOrg();
    const { org } = test;

    const error = await failureOf(
      org.writes.send(org.writes.plan(aWrite({ required, record: { pipeline, fields: deal } }))),
    );

    expect(error).toMatchObject({
      code: 'PIPELINE_NOT_FOUND',
      pipeline,
      available: ['Enterprise'],
      path: 'deal.pipeline',
      outcome: 'notApplied',
    });
    expect(countsOf(test)).toEqual(nothing);
  });

  it('a note that it does not accept', async () => {
    const test = await anOrg();
    const { org } = test;
    const plan = org.writes.plan(aWrite({ required, note: { title: 'x', body: { text: 'y' } } }));
    const Content = Buffer.from('<p>it&apos;s</p>').toString('base64');
    const steps = plan.steps.map((step) =>
      step.kind === 'note' ? { ...step, body: { ...step.body, Content } } : step,
    );

    const error = await failureOf(org.writes.send({ ...plan, steps }));

    expect(error).toMatchObject({
      code: 'NOTE_HTML_NOT_ALLOWED',
      object: 'ContentNote',
      fields: ['Content'],
      path: 'note.body',
      outcome: 'notApplied',
    });
    expect(countsOf(test)).toEqual(nothing);
  });

  it('a link to a record that the note is linked to under another name', async () => {
    const { org } = await anOrg();
    const { id } = await org.deals.create({ ...deal, External_Id__c: 'e' });
    const record = { match: { External_Id__c: 'e' }, fields: deal };

    const error = await failureOf(
      org.writes.send(org.writes.plan(aWrite({ record, note: { title: 'x', body: { text: 'y' }, links: [id] } }))),
    );

    expect(error).toMatchObject({
      code: 'SALESFORCE_RECORD_DUPLICATE',
      path: 'note.links[0]',
      remedy: expect.stringMatching(/Leave this link out/),
    });
  });

  it.each<[string, Partial<RecordWrite>]>([
    ['date', { record: { fields: { ...deal, CloseDate: 'Secret' } } }],
    ['number', { record: { fields: { ...deal, Amount: 'Secret' } } }],
    ['lookup', { record: { fields: { ...deal, AccountId: 'Secret' } } }],
    ['picklist', { record: { fields: { ...deal, ForecastCategoryName: 'Secret' } } }],
    [
      'match',
      { required: [{ ref: 'x', object: 'Contact', match: { AccountId: 'Secret', LastName: 'x' }, fields: {} }] },
    ],
    ['email', { object: 'Contact', record: { fields: { LastName: 'x', Email: 'Secret' } } }],
  ])('a value, without repeating it: %s', async (_name, overrides) => {
    const { org } = await anOrg();

    const error = (await failureOf(plannedAndSent(org, overrides))) as Error;

    expect(error.message).not.toContain('Secret');
    expect(JSON.stringify(error)).not.toContain('Secret');
  });

  it('notes, where an administrator has turned them off', async () => {
    const { org, emulator } = await anOrg();
    emulator.setNotesEnabled(false);

    const error = await failureOf(
      org.writes.send(org.writes.plan(aWrite({ note: { title: 'x', body: { text: 'y' } } }))),
    );

    expect(error).toMatchObject({
      code: 'SALESFORCE_ACCESS_DENIED',
      object: 'ContentNote',
      path: 'note',
      fixedBy: 'admin',
    });
    expect((error as Error).message).toContain('Enable Notes');
    expect(emulator.count('Opportunity')).toBe(0);
  });

  it('a value that has to be unique, naming the record that has it', async () => {
    const { org, emulator } = await anOrg();
    const { id } = await org.deals.create({ ...deal, External_Id__c: 'x' });

    const error = await failureOf(
      org.writes.send(org.writes.plan(aWrite({ record: { fields: { ...deal, External_Id__c: 'x' } } }))),
    );

    expect(error).toMatchObject({
      code: 'SALESFORCE_RECORD_DUPLICATE',
      errorCode: 'DUPLICATE_VALUE',
      matches: [{ id, object: 'Opportunity' }],
      path: 'deal.fields.External_Id__c',
    });
    expect(emulator.count('Opportunity')).toBe(1);
  });

  it('everything, where the package is not installed', async () => {
    const { customer } = await import('./build/an-org.ts');
    const { org, emulator } = await anOrg({ install: [customer] });

    const written = await failureOf(org.writes.send(org.writes.plan(aWrite())));
    const read = await failureOf(org.ledger.find('connection-1/call-8213/deal'));

    for (const error of [written, read]) {
      expect(error).toMatchObject({
        code: 'LEDGER_UNAVAILABLE',
        object: 'uman__Write__c',
        fixedBy: 'admin',
        outcome: 'notApplied',
      });
      expect((error as { remedy: string }).remedy).toMatch(/install the uman package.*uman_Integration/);
    }
    expect(emulator.count('Opportunity')).toBe(0);
  });
});
