import { describe, expect, it } from 'vitest';
import { aDeal, NOTHING, ONE_DEAL } from './a-deal.ts';
import { countsOf } from './counts-of.ts';
import { aRig } from './rig.ts';

describe('writeDeal', () => {
  it('writes what is required, the deal, its role and its linked note in one API call', async () => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.clearRequests();

    const result = await uman.writeDeal(aDeal(connectionId));

    expect(emulator.apiCalls()).toBe(1);
    expect(result).toMatchObject({ outcome: 'written', apiCalls: 1, record: { created: true }, warnings: [] });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('links everything to what it belongs to', async () => {
    const { emulator, uman, connectionId } = await aRig();

    const { record, required, roleIds, note } = await uman.writeDeal(aDeal(connectionId));

    const [region, engagement, account, contact] = ['region', 'engagement', 'account', 'contact'].map(
      (ref) => required[ref]?.id,
    );
    expect(emulator.records('Engagement__c')).toMatchObject([{ Id: engagement, Region__c: region }]);
    expect(emulator.records('Opportunity')).toMatchObject([
      { Id: record.id, Engagement__c: engagement, AccountId: account },
    ]);
    expect(emulator.records('OpportunityContactRole')).toMatchObject([
      { Id: roleIds[0], OpportunityId: record.id, ContactId: contact, Role: 'Decision Maker', IsPrimary: true },
    ]);
    const links = emulator.records('ContentDocumentLink').filter(({ Id }) => note?.linkIds.includes(String(Id)));
    expect(new Set(links.map(({ LinkedEntityId }) => LinkedEntityId))).toEqual(new Set([record.id, account, contact]));
    expect(links.map(({ ContentDocumentId }) => ContentDocumentId)).toEqual([note?.id, note?.id, note?.id]);
  });

  it('uses the record type that the pipeline names', async () => {
    const { emulator, uman, connectionId } = await aRig();

    await uman.writeDeal(aDeal(connectionId));

    const [enterprise] = emulator.records('RecordType').filter(({ DeveloperName }) => DeveloperName === 'Enterprise');
    expect(emulator.records('Opportunity')).toMatchObject([{ RecordTypeId: enterprise?.['Id'] }]);
  });

  it('keeps a row in the ledger that holds every id', async () => {
    const { emulator, uman, connectionId } = await aRig();

    const { record, note } = await uman.writeDeal(aDeal(connectionId));

    expect(emulator.records('uman__Write__c')).toMatchObject([
      {
        uman__Key__c: `${connectionId}/call-1/deal`,
        uman__Operation__c: 'writeDeal',
        uman__Object__c: 'Opportunity',
        uman__State__c: 'Written',
        uman__Record_Id__c: record.id,
        uman__Note_Id__c: note?.id,
      },
    ]);
  });

  it('finds the region that is there already', async () => {
    const { emulator, uman, connectionId } = await aRig();
    const first = await uman.writeDeal(aDeal(connectionId));

    const second = await uman.writeDeal(aDeal(connectionId, { key: 'call-2/deal' }));

    expect(second.required['region']).toEqual({ id: first.required['region']?.id, created: false });
    expect(emulator.count('Region__c')).toBe(1);
  });

  it('updates the deal that it is given the id of', async () => {
    const { emulator, uman, connectionId } = await aRig();
    const { record } = await uman.writeDeal(aDeal(connectionId));

    const update = await uman.writeDeal({
      key: 'call-1/stage',
      connectionId,
      record: { id: record.id, fields: { StageName: 'Closed Won' } },
    });

    expect(update).toMatchObject({ outcome: 'written', record: { id: record.id, created: false }, apiCalls: 1 });
    expect(emulator.records('Opportunity')).toMatchObject([{ StageName: 'Closed Won', IsWon: true }]);
  });

  it.each([
    [
      'a field that does not exist',
      { record: { fields: { Name: 'x', StageName: 'Qualification', CloseDate: '2026-12-31', Nope__c: 1 } } },
      { code: 'SALESFORCE_REQUEST_INVALID', detail: { object: 'Opportunity', errorCode: 'INVALID_FIELD' } },
    ],
    [
      'a required field that is missing',
      { record: { fields: { Name: 'x', CloseDate: '2026-12-31', Engagement__c: { ref: 'engagement' } } } },
      {
        code: 'SALESFORCE_RECORD_INVALID',
        detail: { object: 'Opportunity', field: 'StageName', errorCode: 'REQUIRED_FIELD_MISSING' },
      },
    ],
    [
      'a required custom object that is missing',
      {
        required: [],
        roles: [],
        record: { fields: { Name: 'x', StageName: 'Qualification', CloseDate: '2026-12-31' } },
        note: undefined,
      },
      { code: 'SALESFORCE_RECORD_INVALID', detail: { object: 'Opportunity', field: 'Engagement__c' } },
    ],
    [
      'a pipeline that does not exist',
      { record: { pipeline: 'Nope', fields: { Name: 'x', StageName: 'Qualification', CloseDate: '2026-12-31' } } },
      { code: 'PIPELINE_NOT_FOUND' },
    ],
    [
      'a note with forbidden HTML',
      { note: { title: 'x', body: { html: '<p onclick="x()">x</p><script>alert(1)</script>' } } },
      { code: 'NOTE_HTML_NOT_ALLOWED', detail: { object: 'ContentNote', field: 'Content' } },
    ],
    [
      'references that form a cycle',
      {
        required: [
          { ref: 'a', object: 'Region__c', fields: { Name: { ref: 'b' } } },
          { ref: 'b', object: 'Region__c', fields: { Name: { ref: 'a' } } },
        ],
      },
      { code: 'PLAN_INVALID' },
    ],
  ])('refuses %s with the place and a remedy, and leaves nothing behind', async (_name, changes, failure) => {
    const { emulator, uman, connectionId } = await aRig();

    const write = uman.writeDeal(aDeal(connectionId, changes));

    await expect(write).rejects.toMatchObject({ ...failure, name: 'WriteFailure', failedAt: 'workflow' });
    await expect(write).rejects.toHaveProperty('detail.remedy', expect.stringMatching(/\w{3}/));
    expect(countsOf(emulator)).toEqual(NOTHING);
  });

  it('refuses to write without the ledger', async () => {
    const { emulator, uman, connectionId } = await aRig({ withPackage: false });

    const write = uman.writeDeal(aDeal(connectionId));

    await expect(write).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(emulator.count('Opportunity')).toBe(0);
  });
});

describe('writeAccount and writeContact', () => {
  it('write their records, each in one API call', async () => {
    const { emulator, uman, connectionId } = await aRig();
    emulator.clearRequests();

    const account = await uman.writeAccount({ key: 'a', connectionId, record: { fields: { Name: 'Acme' } } });
    const contact = await uman.writeContact({
      key: 'c',
      connectionId,
      record: { match: { Email: 'ada@example.com' }, fields: { LastName: 'Okafor', AccountId: account.record.id } },
    });

    expect(emulator.records('Contact')).toMatchObject([
      { Id: contact.record.id, AccountId: account.record.id, Email: 'ada@example.com' },
    ]);
    expect(emulator.apiCalls()).toBe(2);
  });
});
