import { describe, expect, it } from 'vitest';
import { deployFiles } from '../metadata/deploy-files.ts';
import { createAccessRig, type AccessRig, type Caller } from './access-rig.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const SECRET = 'classified';

interface Walk extends AccessRig {
  readonly user: AccessRig['user'];
  readonly caller: Caller;
  readonly account: string;
  readonly contact: string;
  readonly opportunity: string;
  readonly task: string;
}

const field = (name: string, definition: string): string =>
  `<CustomField ${XMLNS}><fullName>${name}</fullName><label>${name}</label>${definition}</CustomField>`;
const readable = (name: string, editable = true): string =>
  `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
const object = (name: string): string =>
  `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit>
  <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${name}</object>
  <viewAllRecords>false</viewAllRecords></objectPermissions>`;

/** An integration user who sees Account without two fields, Contact, and no Opportunity. */
async function aWalk(files: Readonly<Record<string, string>> = {}): Promise<Walk> {
  const rig = await createAccessRig({});
  deployFiles(rig, {
    'objects/Account/fields/Hidden__c.field-meta.xml': field('Hidden__c', '<length>60</length><type>Text</type>'),
    'objects/Account/fields/Open__c.field-meta.xml': field('Open__c', '<length>60</length><type>Text</type>'),
    'objects/Account/fields/Key__c.field-meta.xml': field(
      'Key__c',
      '<externalId>true</externalId><length>60</length><type>Text</type><unique>true</unique>',
    ),
    'objects/Account/fields/Read_Key__c.field-meta.xml': field(
      'Read_Key__c',
      '<externalId>true</externalId><length>60</length><type>Text</type>',
    ),
    'objects/Account/validationRules/R.validationRule-meta.xml': `<ValidationRule ${XMLNS}><fullName>R</fullName><active>true</active>
      <errorConditionFormula>AND(Hidden__c = "${SECRET}", Open__c = "wrong")</errorConditionFormula><errorMessage>No.</errorMessage></ValidationRule>`,
    'permissionsets/Walker.permissionset-meta.xml': `<PermissionSet ${XMLNS}>${readable('Account.Open__c')}
      ${readable('Account.Read_Key__c', false)}${readable('Contact.AccountId')}${readable('Contact.Email')}
      ${readable('Task.WhatId')}${readable('Task.WhoId')}<label>Walker</label>${object('Account')}${object('Contact')}</PermissionSet>`,
    ...files,
  });
  const account = await rig.create('Account', { Name: 'Acme', Hidden__c: SECRET, Key__c: 'k1', Read_Key__c: 'r1' });
  const contact = await rig.create('Contact', { LastName: 'Lee', AccountId: account });
  const opportunity = await rig.create('Opportunity', {
    Name: SECRET,
    StageName: 'Qualification',
    CloseDate: '2026-12-31',
    AccountId: account,
  });
  const task = await rig.create('Task', { Subject: 'Call', WhatId: opportunity, WhoId: contact });
  return { ...rig, caller: rig.user({ permissionSets: ['Walker'] }), account, contact, opportunity, task };
}

describe('what a user may not see', () => {
  it('is behind no door of rows, relationships, collections and composites', async () => {
    await using walk = await aWalk();
    const { caller, account, contact, opportunity, task } = walk;
    const V = '/services/data/v66.0';
    const hidden = { Hidden__c: 'x' };
    const typed = { attributes: { type: 'Account' } };
    const doors: readonly (readonly [string, string, unknown?])[] = [
      ['GET', `/sobjects/Account/${account}?fields=Hidden__c`],
      ['PATCH', `/sobjects/Account/${account}`, hidden],
      ['GET', `/sobjects/Opportunity/${opportunity}`],
      ['GET', `/sobjects/Account/${account}/Opportunities`],
      ['GET', `/sobjects/Contact/${contact}/Account?fields=Hidden__c`],
      ['PATCH', `/sobjects/Contact/${contact}/Account`, hidden],
      ['GET', `/sobjects/Task/${task}/What`],
      ['GET', '/sobjects/Account/Key__c/k1'],
      ['PATCH', '/sobjects/Account/Key__c/k1', { Name: 'x' }],
      ['DELETE', '/sobjects/Account/Key__c/k1'],
      ['POST', '/sobjects/Contact', { LastName: 'x', Account: { Key__c: 'k1' } }],
      ['GET', `/composite/sobjects/Account?ids=${account}&fields=Hidden__c`],
      ['POST', '/composite/sobjects/Account', { ids: [account], fields: ['Hidden__c'] }],
      ['GET', `/composite/sobjects/Opportunity?ids=${opportunity}&fields=Name`],
      ['PATCH', '/composite/sobjects/Account/Key__c', { records: [{ ...typed, Key__c: 'k1', Name: 'x' }] }],
      [
        'POST',
        '/composite/tree/Account',
        { records: [{ attributes: { type: 'Account', referenceId: 'r' }, Name: 'x', ...hidden }] },
      ],
      ['GET', '/sobjects/Opportunity/updated?start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z'],
      ['GET', '/sobjects/Opportunity/deleted?start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z'],
      ['POST', '/jobs/ingest', { object: 'Opportunity', operation: 'insert', contentType: 'CSV' }],
      [
        'POST',
        '/jobs/ingest',
        { object: 'Account', operation: 'upsert', externalIdFieldName: 'Key__c', contentType: 'CSV' },
      ],
      ['POST', '/jobs/query', { operation: 'query', query: 'SELECT Hidden__c FROM Account' }],
      ['GET', '/ui-api/object-info/Opportunity'],
      ['GET', '/ui-api/record-defaults/create/Opportunity'],
      ['GET', '/ui-api/object-info/Account/picklist-values/012000000000000AAA/Type'],
    ];

    for (const [method, path, body] of doors) {
      const answer = await caller.call(method, path, body);
      expect([400, 404], `${method} ${path}`).toContain(answer.status);
      expect(JSON.stringify(answer.body), `${method} ${path}`).not.toContain(SECRET);
    }
    const reference = await caller.call('POST', '/composite', {
      compositeRequest: [
        { method: 'GET', url: `${V}/sobjects/Account/${account}`, referenceId: 'a' },
        {
          method: 'PATCH',
          url: `${V}/sobjects/Account/${account}`,
          referenceId: 'b',
          body: { Open__c: '@{a.Hidden__c}' },
        },
      ],
    });
    const open = await caller.call('GET', `/sobjects/Account/${account}`);
    expect(reference.body).toMatchObject({ compositeResponse: [{ httpStatusCode: 200 }, { httpStatusCode: 400 }] });
    expect(JSON.stringify([reference.body, open.body])).not.toContain(SECRET);
    expect(walk.emulator.records('Account')).toMatchObject([{ Name: 'Acme', Hidden__c: SECRET }]);
  });

  it.each([
    'SELECT Hidden__c FROM Account',
    `SELECT Id FROM Account WHERE Hidden__c = '${SECRET}'`,
    'SELECT Id FROM Account ORDER BY Hidden__c',
    'SELECT COUNT(Id) FROM Account GROUP BY Hidden__c',
    `SELECT Name, COUNT(Id) FROM Account GROUP BY Name HAVING MAX(Hidden__c) > 'a'`,
    'SELECT Id, (SELECT Id FROM Opportunities) FROM Account',
    'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity)',
    'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Hidden__c != null)',
    'SELECT Account.Hidden__c FROM Contact',
    `SELECT Id FROM Contact WHERE Account.Hidden__c = '${SECRET}'`,
    'SELECT TYPEOF What WHEN Account THEN Hidden__c END FROM Task',
    'SELECT TYPEOF What WHEN Opportunity THEN Amount END FROM Task',
    'SELECT Id FROM OpportunityContactRole',
  ])('is in no query: %s', async (soql) => {
    await using walk = await aWalk();

    const { status, body } = await walk.caller.query(soql);

    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode: expect.stringMatching(/^INVALID_(FIELD|TYPE)$/) }]);
  });

  it('is left out where everything is asked for', async () => {
    await using walk = await aWalk();

    const all = await walk.caller.query('SELECT FIELDS(ALL) FROM Account LIMIT 200');
    const search = await walk.caller.call('GET', `/search?q=${encodeURIComponent(`FIND {${SECRET}}`)}`);
    const counts = await walk.caller.call('GET', '/limits/recordCount');

    expect(JSON.stringify(all.body)).not.toMatch(/Hidden__c|"Key__c"|classified/);
    expect(search.body).toEqual({ searchRecords: [] });
    expect(JSON.stringify(counts.body)).not.toContain('"Opportunity"');
  });

  it('still counts in validation rules', async () => {
    await using walk = await aWalk();

    const { status, body } = await walk.caller.call('PATCH', `/sobjects/Account/${walk.account}`, { Open__c: 'wrong' });

    expect(status).toBe(400);
    expect(body).toEqual([{ message: 'No.', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: [] }]);
  });
});

it('an upsert does not write an external id that the caller may only read', async () => {
  await using walk = await aWalk();

  const found = await walk.caller.call('PATCH', '/sobjects/Account/Read_Key__c/r1', { Open__c: 'y' });
  const missing = await walk.caller.call('PATCH', '/sobjects/Account/Read_Key__c/r2', { Name: 'New' });

  expect(found.status).toBe(200);
  expect(missing.status).toBe(400);
  expect(missing.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Read_Key__c'] }]);
  expect(walk.emulator.count('Account')).toBe(1);
});

it('a parent is given by one external id that finds one record', async () => {
  await using walk = await aWalk();
  await walk.create('Account', { Name: 'Twin', Read_Key__c: 'r1' });

  const byName = await walk.call('POST', '/sobjects/Contact', { LastName: 'x', Account: { Name: 'Acme' } });
  const twice = await walk.call('POST', '/sobjects/Contact', { LastName: 'x', Account: { Read_Key__c: 'r1' } });
  const both = await walk.call('POST', '/sobjects/Contact', {
    LastName: 'x',
    Account: { Key__c: 'k1', Read_Key__c: 'r1' },
  });
  const one = await walk.call('POST', '/sobjects/Contact', { LastName: 'x', Account: { Key__c: 'k1' } });

  expect([byName.status, both.status, one.status]).toEqual([501, 501, 201]);
  expect(twice.status).toBe(400);
  expect(twice.body).toMatchObject([{ errorCode: 'DUPLICATE_EXTERNAL_ID' }]);
});

describe('a duplicate rule that compares with an object the user may not read', () => {
  const files = (security: string): Record<string, string> => ({
    'matchingRules/Lead.matchingRule-meta.xml': `<MatchingRules ${XMLNS}><matchingRules><fullName>Lead_MR</fullName><label>Lead_MR</label>
      <matchingRuleItems><blankValueBehavior>NullNotAllowed</blankValueBehavior><fieldName>Email</fieldName><matchingMethod>Exact</matchingMethod></matchingRuleItems>
      <ruleStatus>Active</ruleStatus></matchingRules></MatchingRules>`,
    'duplicateRules/Contact.Contact_DR.duplicateRule-meta.xml': `<DuplicateRule ${XMLNS} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <actionOnInsert>Block</actionOnInsert><actionOnUpdate>Block</actionOnUpdate><alertText>There is a lead.</alertText>
      <duplicateRuleFilter xsi:nil="true"/><duplicateRuleMatchRules><matchRuleSObjectType>Lead</matchRuleSObjectType>
      <matchingRule>Lead_MR</matchingRule><objectMapping><inputObject>Contact</inputObject><mappingFields><inputField>Email</inputField>
      <outputField>Email</outputField></mappingFields><outputObject>Lead</outputObject></objectMapping></duplicateRuleMatchRules>
      <isActive>true</isActive><masterLabel>DR</masterLabel><securityOption>${security}</securityOption><sortOrder>1</sortOrder></DuplicateRule>`,
  });
  const twin = { LastName: 'Twin', Email: 'twin@example.com' };

  it.each([
    ['EnforceSharingRules', 201],
    ['BypassSharingRules', 501],
  ])('with %s answers %i and shows no record', async (security, expected) => {
    await using walk = await aWalk(files(security));
    const lead = await walk.create('Lead', { ...twin, Company: 'Acme' });

    const ofUser = await walk.caller.call('POST', '/sobjects/Contact', twin);
    const ofAdministrator = await walk.call('POST', '/sobjects/Contact', twin);

    expect(ofUser.status).toBe(expected);
    expect(JSON.stringify(ofUser.body)).not.toContain(lead);
    expect(ofAdministrator.status).toBe(400);
    expect(JSON.stringify(ofAdministrator.body)).toContain(lead);
  });
});
