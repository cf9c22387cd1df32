import { createEmulator, type Emulator } from '@uman/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOrgClient, type OrgClient, RequestInvalidError, type SalesforceError } from '../src/index.ts';
import { aUser } from './build/a-user.ts';
import { aWrite } from './build/a-write.ts';
import { customer, failureOf, uman } from './build/an-org.ts';

let emulator: Emulator;
/** A new one for each test: nothing is known of the org yet. */
let org: OrgClient;

const clientOf = ({ instanceUrl, accessToken }: ReturnType<Emulator['issueSession']>): OrgClient =>
  createOrgClient({ instanceUrl, accessToken: async () => accessToken });

beforeAll(async () => {
  emulator = await createEmulator({ install: [uman, customer] });
});
beforeEach(() => {
  emulator.faults.clear();
  org = clientOf(emulator.issueSession());
});
afterAll(async () => emulator.close());

async function refusal(promise: Promise<unknown>): Promise<SalesforceError> {
  return (await failureOf(promise)) as SalesforceError;
}

/** Someone who does not see these objects and fields. */
async function someoneWithout(...without: string[]): Promise<OrgClient> {
  const another = (options: object = {}) =>
    createOrgClient({ instanceUrl: emulator.url, accessToken: async () => '', ...options });
  return aUser({ emulator, org, another }, { without });
}

const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const;

describe('labels', () => {
  const refuse = (fields: string[]) => {
    const body = [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not in December', fields }];
    emulator.faults.add({ fault: 'answer', answer: { status: 400, body }, object: 'Opportunity' });
  };

  it('stand beside API names once the object has been described', async () => {
    await org.metadata.describe('Opportunity');
    refuse(['CloseDate', 'External_Id__c']);

    const error = await refusal(org.deals.create(deal));

    expect(error.message).toContain(
      'in fields "Close Date" (CloseDate), "External Id" (External_Id__c) "Not in December"',
    );
    expect(error).toMatchObject({
      fields: ['CloseDate', 'External_Id__c'],
      fieldLabels: { CloseDate: 'Close Date', External_Id__c: 'External Id' },
    });
  });

  it('are left out as long as nobody has asked, and cost no API call', async () => {
    refuse(['CloseDate']);
    emulator.clearRequests();

    const error = await refusal(org.deals.create(deal));

    expect(error.message).toContain('in field CloseDate "Not in December"');
    expect(error.fieldLabels).toEqual({});
    expect(emulator.requests()).toHaveLength(1);
  });

  it('are in the refusal of a part of a composite request too', async () => {
    await org.metadata.describe('Region__c');
    const required = [{ ref: 'region', object: 'Region__c', fields: { Name: 'x', Label__c: 'y'.repeat(81) } }] as const;

    const error = await refusal(org.writes.send(org.writes.plan(aWrite({ required }))));

    expect(error.fieldLabels).toEqual({ Label__c: 'Label' });
    expect(error.message).toContain('"Label" (Label__c)');
  });
});

describe('a field that the org does not know', () => {
  it('is hidden where every org has it', async () => {
    const limited = await someoneWithout('Account.Industry');
    emulator.clearRequests();

    const written = await refusal(limited.accounts.create({ Name: 'Acme', Industry: 'Retail' }));
    const read = await refusal(limited.customObjects.find('Account', { Industry: 'Retail' }));

    for (const error of [written, read]) {
      expect(error).toMatchObject({
        code: 'SALESFORCE_REQUEST_INVALID',
        errorCode: 'INVALID_FIELD',
        object: 'Account',
        fields: ['Industry'],
        fixedBy: 'admin',
        missing: { what: 'field', name: 'Industry', why: 'hidden' },
      });
      expect(error.message).toContain('hidden from the connected user');
      expect(error.remedy).toContain('Fields & Relationships → Industry → Set Field-Level Security');
    }
    expect(emulator.requests()).toHaveLength(2);
  });

  it('is another one where its name lacks the suffix', async () => {
    await org.metadata.describe('Region__c');

    const error = await refusal(org.customObjects.create('Region__c', { Name: 'x', Code: 'E' }));

    expect(error).toMatchObject({
      fixedBy: 'caller',
      missing: { why: 'notThere', meant: 'Code__c' },
      remedy: 'Use Code__c.',
    });
  });

  it('is not there where no custom object can have one of that name, described or not', async () => {
    const error = await refusal(org.customObjects.create('Region__c', { Name: 'x', Population: 1 }));

    expect(error).toMatchObject({ fixedBy: 'caller', missing: { name: 'Population', why: 'notThere' } });
    expect(error.message).toContain('There is no such field.');
  });

  it('was there, where it is hidden after the object was described', async () => {
    const limited = await someoneWithout();
    await limited.metadata.describe('Account');
    const message = "No such column 'Industry' on sobject of type Account";
    const body = [{ errorCode: 'INVALID_FIELD', message }];
    emulator.faults.add({ fault: 'answer', answer: { status: 400, body }, path: '/sobjects/Account' });

    const error = await refusal(limited.accounts.create({ Name: 'Acme', Industry: 'x' }));

    expect(error).toMatchObject({
      missing: { why: 'removedOrHidden' },
      fieldLabels: { Industry: 'Industry' },
    });
    expect(error.message).toContain('was there when it was last described');
  });

  it('may be either where nothing tells, with the name that is nearest', async () => {
    await org.metadata.describe('Account');

    const error = await refusal(org.accounts.create({ Name: 'Acme', Externl_Id__c: 'x' }));

    expect(error).toMatchObject({ missing: { why: 'notThereOrHidden', meant: 'External_Id__c' }, fixedBy: 'admin' });
    expect(error.message).toContain('Salesforce does not say which');
    expect(error.remedy).toMatch(/e\.g\. External_Id__c; if it is right, ask the Salesforce administrator/);
  });

  it('belongs to the object that lacks it, though another one was queried', async () => {
    const error = await refusal(
      org.search.query({ select: ['Id'], from: 'Account', where: [{ field: 'Owner.Nope__c', equals: 'x' }] }),
    );

    expect(error).toBeInstanceOf(RequestInvalidError);
    expect(error).toMatchObject({ object: 'User', fields: ['Nope__c'] });
    expect(error.remedy).toContain('Object Manager → User');
  });
});

describe('an object that the org does not know', () => {
  it('is hidden where every org has it, whatever was asked of it', async () => {
    const limited = await someoneWithout('Opportunity');

    const created = await refusal(limited.deals.create(deal));
    const queried = await refusal(limited.customObjects.find('Opportunity', { Name: 'x' }));

    for (const error of [created, queried]) {
      expect(error).toMatchObject({
        code: 'SALESFORCE_REQUEST_INVALID',
        object: 'Opportunity',
        fixedBy: 'admin',
        missing: { what: 'object', name: 'Opportunity', why: 'hidden' },
      });
      expect(error.remedy).toContain('Object Settings → Opportunity');
    }
  });

  it('is another one where its name lacks the suffix', async () => {
    await org.metadata.objects();

    const error = await refusal(org.customObjects.find('Region', { Name: 'x' }));

    expect(error).toMatchObject({
      missing: { what: 'object', name: 'Region', why: 'notThere', meant: 'Region__c' },
      fixedBy: 'caller',
      remedy: 'Use Region__c.',
    });
  });

  it('may be either where nothing tells', async () => {
    const error = await refusal(org.customObjects.create('Nope__c', {}));

    expect(error).toMatchObject({ object: 'Nope__c', missing: { what: 'object', why: 'notThereOrHidden' } });
  });
});

describe('a request of several parts', () => {
  it('names the part that was refused, its place and its object, never a bystander', async () => {
    const required = [
      { ref: 'region', object: 'Region__c', fields: { Name: 'EMEA' } },
      { ref: 'engagement', object: 'Engagement__c', fields: { Name: 'x', Region__c: { ref: 'region' }, Nope__c: 1 } },
    ] as const;
    const plan = org.writes.plan(aWrite({ required, note: { title: 'x', body: { text: 'y' } } }));

    const error = await refusal(org.writes.send(plan));

    const place = plan.steps.findIndex(({ object }) => object === 'Engagement__c');
    const reference = plan.steps[place]?.referenceId;
    expect(error).toMatchObject({
      errorCode: 'INVALID_FIELD',
      object: 'Engagement__c',
      fields: ['Nope__c'],
      path: 'required[1].fields.Nope__c',
      step: { reference, number: place + 1, count: plan.steps.length },
    });
    expect(error.message).toContain(
      `(required[1].fields.Nope__c; step ${place + 1} of ${plan.steps.length}, "${reference}")`,
    );
  });

  it('names the link of a note that leads nowhere', async () => {
    const { id } = await org.accounts.create({ Name: 'Acme' });
    const links = [id, '001B000001LntWlIAJ'];

    const error = await refusal(org.notes.create({ title: 'x', body: { text: 'y' }, links }));

    expect(error).toMatchObject({ object: 'ContentDocumentLink', step: { number: 3, count: 3 } });
  });
});

describe('duplicates', () => {
  it('names the records that are there already, and the rule that found them', async () => {
    const record = { Id: '0015g00000XyZabAAF', attributes: { type: 'Account' } };
    const found = { allowSave: false, duplicateRule: 'Accounts_DR', matchResults: [{ matchRecords: [{ record }] }] };
    const body = [{ errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', duplicateResut: found }];
    emulator.faults.add({ fault: 'answer', answer: { status: 400, body }, object: 'Account' });

    const error = await refusal(org.accounts.create({ Name: 'Acme' }));

    expect(error).toMatchObject({
      matches: [{ id: '0015g00000XyZabAAF', object: 'Account' }],
      duplicateRule: 'Accounts_DR',
    });
    expect(error.message).toContain('Found by the duplicate rule Accounts_DR: 0015g00000XyZabAAF.');
  });

  it('names the record that holds a unique value', async () => {
    const { id } = await org.accounts.create({ Name: 'Acme', External_Id__c: 'unique' });

    const error = await refusal(org.accounts.create({ Name: 'Acme', External_Id__c: 'unique' }));

    expect(error).toMatchObject({ code: 'SALESFORCE_RECORD_DUPLICATE', matches: [{ id, object: 'Account' }] });
    expect(error.message).toContain(`Already there: ${id}.`);
  });
});
