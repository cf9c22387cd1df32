import { describe, expect, it } from 'vitest';
import { aDeal, createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

describe('a record that is right', () => {
  it('answers 201 with its id and place', async () => {
    await using rig = await createEmulatorRig();

    const { status, headers, body } = await rig.call('POST', '/sobjects/Account', { Name: 'Global Media' });

    const { id } = body as { id: string };
    expect(status).toBe(201);
    expect(JSON.stringify(body)).toBe(`{"id":"${id}","success":true,"errors":[]}`);
    expect(id).toMatch(/^001[0-9A-Za-z]{15}$/);
    expect(headers.get('location')).toBe(`/services/data/v66.0/sobjects/Account/${id}`);
    expect(headers.get('sforce-limit-info')).toBe('api-usage=1/100000');
  });

  it('takes field names without regard to case, and an empty text as none', async () => {
    await using rig = await createEmulatorRig();

    await rig.create('account', { name: 'Global Media', WEBSITE: '', attributes: { type: 'Account' } });

    expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'Global Media', Website: null }]);
  });

  it('fills in owner, audit fields, booleans, defaults and auto numbers', async () => {
    const now = new Date('2026-05-01T07:25:37.456Z');
    await using rig = await createEmulatorRig({ install: [salesMetadata], clock: () => now });
    const userId = rig.emulator.admin.userId;

    const region = await rig.create('Region__c', { Code__c: 'EMEA' });
    await rig.create('Engagement__c', { Region__c: region });

    expect(rig.emulator.records('Region__c')).toMatchObject([
      {
        OwnerId: userId,
        CreatedById: userId,
        CreatedDate: '2026-05-01T07:25:37.000+0000',
        IsDeleted: false,
        Active__c: true,
        Name: region.slice(0, 15),
      },
    ]);
    expect(rig.emulator.records('Engagement__c')).toMatchObject([{ Name: 'E-0001' }]);
  });

  it('takes a stage with its probability, category and outcome', async () => {
    await using rig = await createEmulatorRig();

    await rig.create('Opportunity', aDeal({ StageName: 'Proposal/Price Quote', Amount: 200 }));
    await rig.create('Opportunity', aDeal({ StageName: 'Closed Won', Probability: 95 }));
    await rig.create('Opportunity', aDeal({ StageName: 'Talking' }));

    expect(rig.emulator.records('Opportunity')).toMatchObject([
      { Probability: 75, ForecastCategory: 'Pipeline', IsClosed: false, ExpectedRevenue: 150, Fiscal: '2026 4' },
      { Probability: 95, ForecastCategoryName: 'Closed', IsClosed: true, IsWon: true },
      { StageName: 'Talking', IsClosed: false },
    ]);
  });

  it('makes the contact of a new deal its primary contact role', async () => {
    await using rig = await createEmulatorRig();
    const ContactId = await rig.create('Contact', { FirstName: 'Ann', LastName: 'Lee', Salutation: 'Ms.' });

    const OpportunityId = await rig.create('Opportunity', aDeal({ ContactId }));

    expect(rig.emulator.records('OpportunityContactRole')).toMatchObject([
      { OpportunityId, ContactId, IsPrimary: true },
    ]);
    expect(rig.emulator.records('Contact')).toMatchObject([{ Name: 'Ann Lee' }]);
  });

  it('gives a new deal the default record type, or the one it names', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const enterprise = rig.emulator.records('RecordType').find((type) => type['DeveloperName'] === 'Enterprise');

    await rig.create('Opportunity', aDeal());
    await rig.create('Opportunity', aDeal({ RecordTypeId: '012000000000000AAA' }));

    expect(rig.emulator.records('Opportunity')).toMatchObject([
      { RecordTypeId: enterprise?.['Id'] },
      { RecordTypeId: null },
    ]);
  });

  it('finds a parent by its external id', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const region = await rig.create('Region__c', { Code__c: 'EMEA' });

    await rig.create('Engagement__c', { Region__r: { Code__c: 'emea' } });

    expect(rig.emulator.records('Engagement__c')).toMatchObject([{ Region__c: region }]);
  });

  it('keeps dates as dates, times in UTC to the second, and numbers to their scale', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const region = await rig.create('Region__c', { Code__c: 'EMEA', Budget__c: '12.345' });

    await rig.create('Engagement__c', { Region__c: region, Starts__c: '2026-01-01T00:30:00.750+01:00' });

    expect(rig.emulator.records('Region__c')).toMatchObject([{ Budget__c: 12.35 }]);
    expect(rig.emulator.records('Engagement__c')).toMatchObject([{ Starts__c: '2025-12-31T23:30:00.000+0000' }]);
  });
});

describe('a record that is wrong', () => {
  it.each<[string, string, unknown, string]>([
    [
      'a required field is missing',
      'Contact',
      { FirstName: 'Ann' },
      '{"message":"Required fields are missing: [LastName]","errorCode":"REQUIRED_FIELD_MISSING","fields":["LastName"]}',
    ],
    [
      'several required fields are missing',
      'Opportunity',
      { Name: 'x', StageName: '' },
      '{"message":"Required fields are missing: [StageName, CloseDate]","errorCode":"REQUIRED_FIELD_MISSING","fields":["StageName","CloseDate"]}',
    ],
    [
      'a field does not exist',
      'Account',
      { FavoritePet__c: 'Dog' },
      '{"message":"No such column \'FavoritePet__c\' on sobject of type Account","errorCode":"INVALID_FIELD"}',
    ],
    [
      'a field cannot be written',
      'Account',
      { Name: 'x', MasterRecordId: null },
      '{"message":"Unable to create/update fields: MasterRecordId. Please check the security settings of this field and verify that it is read/write for your profile or permission set.","errorCode":"INVALID_FIELD_FOR_INSERT_UPDATE","fields":["MasterRecordId"]}',
    ],
    [
      'a text is too long',
      'Contact',
      { LastName: 'x', FirstName: 'y'.repeat(41) },
      `{"message":"First Name: data value too large: ${'y'.repeat(41)} (max length=40)","errorCode":"STRING_TOO_LONG","fields":["FirstName"]}`,
    ],
    [
      'a restricted picklist does not have the value',
      'Region__c',
      { Code__c: 'A', Rating__c: 'Terrible' },
      '{"message":"Rating: bad value for restricted picklist field: Terrible","errorCode":"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST","fields":["Rating__c"]}',
    ],
    [
      'one of several values is none of the picklist',
      'Region__c',
      { Code__c: 'A', Tags__c: 'A;C' },
      '{"message":"Tags: bad value for restricted picklist field: C","errorCode":"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST","fields":["Tags__c"]}',
    ],
    [
      'an email address is none',
      'Contact',
      { LastName: 'x', Email: 'Not a real email address' },
      '{"message":"Email: invalid email address: Not a real email address","errorCode":"INVALID_EMAIL_ADDRESS","fields":["Email"]}',
    ],
    [
      'a reference is no id',
      'Contact',
      { LastName: 'x', AccountId: 'abc' },
      '{"message":"Account ID: id value of incorrect type: abc","errorCode":"MALFORMED_ID","fields":["AccountId"]}',
    ],
    [
      'a reference is the id of another object',
      'Account',
      { Name: 'x', OwnerId: '003000000000001AAA' },
      '{"message":"Owner ID: id value of incorrect type: 003000000000001AAA","errorCode":"FIELD_INTEGRITY_EXCEPTION","fields":["OwnerId"]}',
    ],
    [
      'a reference points nowhere',
      'Contact',
      { LastName: 'x', AccountId: '001000000000001AAA' },
      '{"message":"invalid cross reference id","errorCode":"INVALID_CROSS_REFERENCE_KEY","fields":[]}',
    ],
    [
      'a date is none',
      'Opportunity',
      { Name: 'x', CloseDate: '2026-02-30' },
      '{"message":"Cannot deserialize instance of date from VALUE_STRING value 2026-02-30 or request may be missing a required field at [line:1, column:12]","errorCode":"JSON_PARSER_ERROR"}',
    ],
    [
      'a list stands for a value',
      'Account',
      { Name: ['x'] },
      '{"message":"Cannot deserialize instance of string from START_ARRAY value [line:1, column:1]","errorCode":"JSON_PARSER_ERROR"}',
    ],
    [
      'the record is a list',
      'Account',
      [{ Name: 'x' }],
      '{"message":"Can not deserialize SObject out of START_ARRAY token at [line:1, column:1]","errorCode":"JSON_PARSER_ERROR"}',
    ],
  ])('says so when %s', async (_, object, record, error) => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });

    const { status, body } = await rig.call('POST', `/sobjects/${object}`, record);

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toBe(`[${error}]`);
    expect(rig.emulator.count(object)).toBe(0);
  });

  it('refuses a record type that is not active, or is of another object', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const retired = rig.emulator.records('RecordType').find((type) => type['DeveloperName'] === 'Retired');
    const id = String(retired?.['Id']);

    const { body } = await rig.call('POST', '/sobjects/Opportunity', aDeal({ RecordTypeId: id }));

    expect(body).toEqual([
      {
        message: `Record Type ID: this ID value isn't valid for the user: ${id}`,
        errorCode: 'INVALID_CROSS_REFERENCE_KEY',
        fields: ['RecordTypeId'],
      },
    ]);
  });

  it('compares unique fields without regard to case, unless they are case-sensitive', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const region = await rig.create('Region__c', { Code__c: 'EMEA' });
    await rig.create('Engagement__c', { Region__c: region, Reference__c: 'a' });

    const sameCode = await rig.call('POST', '/sobjects/Region__c', { Code__c: 'emea' });
    const otherCase = await rig.call('POST', '/sobjects/Engagement__c', { Region__c: region, Reference__c: 'A' });
    const same = await rig.call('POST', '/sobjects/Engagement__c', { Region__c: region, Reference__c: 'A' });

    expect(sameCode.status).toBe(400);
    expect(sameCode.body).toEqual([
      {
        message: `duplicate value found: Code__c duplicates value on record with id: ${region.slice(0, 15)}`,
        errorCode: 'DUPLICATE_VALUE',
        fields: [],
      },
    ]);
    expect(otherCase.status).toBe(201);
    expect(same.body).toMatchObject([{ errorCode: 'DUPLICATE_VALUE' }]);
  });

  it('does not pretend to know what it lacks', async () => {
    await using rig = await createEmulatorRig();

    const unknownParent = await rig.call('POST', '/sobjects/Case', { AssetId: '02i000000000001AAA' });
    const user = await rig.call('POST', '/sobjects/Profile', { Username: 'x@y.z' });

    expect(unknownParent.status).toBe(501);
    expect(user.status).toBe(501);
    expect(user.body).toEqual([
      {
        errorCode: 'NOT_EMULATED',
        message: 'NOT_EMULATED POST /services/data/v66.0/sobjects/Profile: creating a Profile',
      },
    ]);
  });
});

describe('a caller who may not', () => {
  it.each([
    ['without a header', '', 'INVALID_SESSION_ID', 'Session expired or invalid'],
    ['with an unknown token', 'Bearer badToken', 'INVALID_SESSION_ID', 'Session expired or invalid'],
    ['with another scheme', 'Basic abc', 'INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE'],
  ])('is answered 401 %s', async (_, authorization, errorCode, message) => {
    await using rig = await createEmulatorRig();
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (authorization !== '') headers['authorization'] = authorization;

    const response = await fetch(`${rig.emulator.url}/services/data/v66.0/sobjects/Account`, {
      method: 'POST',
      headers,
      body: '{"name":"Global Media"}',
    });

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Token');
    expect(response.headers.has('sforce-limit-info')).toBe(false);
    expect(await response.json()).toEqual([{ message, errorCode }]);
  });

  it('is answered 401 once the session is expired, and served with the OAuth scheme until then', async () => {
    await using rig = await createEmulatorRig();
    const authorization = `OAuth ${rig.accessToken}`;

    const before = await rig.call('GET', '/limits', undefined, { authorization });
    rig.emulator.expireSession(rig.accessToken);
    const after = await rig.call('GET', '/limits', undefined, { authorization });

    expect([before.status, after.status]).toEqual([200, 401]);
  });
});
