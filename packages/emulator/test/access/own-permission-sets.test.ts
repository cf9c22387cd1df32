import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownPackage } from '../../src/own-package.ts';
import { aDeal, base64 } from '../emulator-rig.ts';
import { createAccessRig, type Caller } from './access-rig.ts';

const unpackaged = fileURLToPath(new URL('../../../../force-app/unpackaged', import.meta.url));
const INTEGRATION = 'uman__uman_Integration';
const STANDARD = 'uman_Standard_Access';

/** The org of a customer, as the package and the step after its installation leave it. */
function aCustomer() {
  return createAccessRig({ install: [ownPackage(), { directory: unpackaged }] });
}

async function created(user: Caller, object: string, body: object): Promise<string> {
  const answer = await user.call('POST', `/sobjects/${object}`, body);
  expect(answer.body).toMatchObject({ success: true });
  return (answer.body as { id: string }).id;
}

describe('the integration user', () => {
  it('does what uman does with both permission sets on the API-only profile', async () => {
    await using rig = await aCustomer();
    const user = rig.user({ permissionSets: [INTEGRATION, STANDARD] });

    const account = await created(user, 'Account', {
      Name: 'Acme',
      Website: 'https://acme.example',
      Industry: 'Energy',
      AnnualRevenue: 5,
      NumberOfEmployees: 6,
      Description: 'x',
    });
    const contact = await created(user, 'Contact', {
      LastName: 'Lee',
      FirstName: 'Ann',
      Email: 'ann@acme.example',
      Phone: '1',
      Title: 'CTO',
      AccountId: account,
    });
    const deal = await created(
      user,
      'Opportunity',
      aDeal({ AccountId: account, Amount: 10, NextStep: 'Call', Description: 'x' }),
    );
    const role = await created(user, 'OpportunityContactRole', {
      OpportunityId: deal,
      ContactId: contact,
      Role: 'Decision Maker',
      IsPrimary: true,
    });
    const note = await created(user, 'ContentNote', { Title: 'Call', Content: base64('<p>Hello</p>') });
    await created(user, 'ContentDocumentLink', { ContentDocumentId: note, LinkedEntityId: deal, ShareType: 'V' });
    const ledger = await user.call('PATCH', '/sobjects/uman__Write__c/uman__Key__c/call-1', {
      uman__State__c: 'Written',
      uman__Object__c: 'Opportunity',
      uman__Record_Id__c: deal,
    });
    const read = await user.query(`SELECT Account.Name, (SELECT Contact.Email FROM OpportunityContactRoles)
      FROM Opportunity WHERE Id = '${deal}'`);
    const updated = await user.call('PATCH', `/sobjects/OpportunityContactRole/${role}`, { Role: 'Evaluator' });

    expect(ledger.status).toBe(201);
    expect(updated.status).toBe(204);
    expect(read.body).toMatchObject({
      records: [
        {
          Account: { Name: 'Acme' },
          OpportunityContactRoles: { records: [{ Contact: { Email: 'ann@acme.example' } }] },
        },
      ],
    });
  });

  it('has no accounts without the half that a package cannot carry', async () => {
    await using rig = await aCustomer();
    const user = rig.user({ permissionSets: [INTEGRATION] });

    const account = await user.call('POST', '/sobjects/Account', { Name: 'Acme' });
    const query = await user.query('SELECT Id FROM Opportunity');
    const composite = await user.call('POST', '/composite', {
      compositeRequest: [
        { method: 'POST', url: '/services/data/v66.0/sobjects/Account', referenceId: 'a', body: { Name: 'Acme' } },
      ],
    });
    const ledger = await user.call('PATCH', '/sobjects/uman__Write__c/uman__Key__c/call-1', {});

    expect(account).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
    expect(query).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE' }] });
    expect(composite.body).toMatchObject({
      compositeResponse: [{ httpStatusCode: 404, body: [{ errorCode: 'NOT_FOUND' }] }],
    });
    expect(ledger.status).toBe(201);
  });

  it('has no ledger without the packaged half', async () => {
    await using rig = await aCustomer();
    const user = rig.user({ permissionSets: [STANDARD] });

    const ledger = await user.call('PATCH', '/sobjects/uman__Write__c/uman__Key__c/call-1', {});
    const account = await user.call('POST', '/sobjects/Account', { Name: 'Acme' });

    expect(ledger).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
    expect(account.status).toBe(201);
  });

  it('has the API through the same half, on a profile that has it not', async () => {
    await using rig = await aCustomer();
    const profile = 'Minimum Access - Salesforce';
    const packaged = rig.user({ profile, permissionSets: [INTEGRATION] });
    const both = rig.user({ profile, permissionSets: [INTEGRATION, STANDARD] });

    expect((await packaged.call('GET', '/sobjects')).status).toBe(403);
    expect((await both.call('GET', '/sobjects')).status).toBe(200);
  });

  it('sees no field that the sets do not name', async () => {
    await using rig = await aCustomer();
    const user = rig.user({ permissionSets: [INTEGRATION, STANDARD] });

    const { status, body } = await user.call('POST', '/sobjects/Account', { Name: 'Acme', Rating: 'Hot' });

    expect(status).toBe(400);
    expect(body).toEqual([
      { message: `No such column 'Rating' on sobject of type Account`, errorCode: 'INVALID_FIELD' },
    ]);
  });
});

it('drops from a packaged permission set what a package may not carry', async () => {
  await using rig = await createAccessRig({
    install: [ownPackage(), { directory: unpackaged, namespace: 'other' }],
  });
  const user = rig.user({ profile: 'Minimum Access - Salesforce', permissionSets: ['other__uman_Standard_Access'] });
  const soql = `SELECT COUNT() FROM ObjectPermissions WHERE Parent.Name = '${STANDARD}'`;

  const rows = await rig.call('GET', `/query?q=${encodeURIComponent(soql)}`);

  expect(rows.body).toMatchObject({ totalSize: 0 });
  expect((await user.call('GET', '/sobjects')).status).toBe(403);
});
