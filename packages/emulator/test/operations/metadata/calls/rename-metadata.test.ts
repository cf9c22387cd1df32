import { expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../../../emulator-rig.ts';
import { metadataClient } from '../metadata-rig.ts';

const tier = { fullName: 'Account.Tier__c', label: 'Tier', type: 'Text', length: 20, externalId: true, unique: true };
const access = {
  fullName: 'Sales',
  label: 'Sales',
  fieldPermissions: [{ field: 'Account.Tier__c', readable: true, editable: true }],
};

const all = {
  allowCreate: true,
  allowDelete: true,
  allowEdit: true,
  allowRead: true,
  modifyAllRecords: false,
  viewAllRecords: false,
};

async function query(rig: EmulatorRig, soql: string) {
  const { body } = await rig.call('GET', `/query?q=${encodeURIComponent(soql)}`);
  return body as { records: object[] };
}

function value(fullName: string) {
  return { fullName, default: false, label: fullName };
}

it('gives a field another name, with its values and what users may do with it', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('CustomField', tier as never);
  await metadata.create('PermissionSet', access as never);
  await rig.create('Account', { Name: 'Acme', Tier__c: 'Gold' });

  const renamed = await metadata.rename('CustomField', 'Account.Tier__c', 'Account.Level__c');

  expect(renamed).toMatchObject({ fullName: 'Account.Level__c', success: true });
  expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'Acme', Level__c: 'Gold' }]);
  expect(Object.keys(rig.emulator.records('Account')[0] ?? {})).not.toContain('Tier__c');
  expect(await metadata.read('CustomField', 'Account.Level__c')).toMatchObject({ label: 'Tier', length: 20 });
  expect(await metadata.read('PermissionSet', 'Sales')).toMatchObject({
    fieldPermissions: [{ field: 'Account.Level__c' }],
  });
  const upserted = await rig.call('PATCH', '/sobjects/Account/Level__c/Gold', { Name: 'Acme Inc' });
  expect(upserted.status).toBe(200);
  const twice = await rig.call('POST', '/sobjects/Account', { Name: 'Other', Level__c: 'Gold' });
  expect(twice.body).toMatchObject([{ errorCode: 'DUPLICATE_VALUE' }]);
});

it('gives a field the name of one that was deleted', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('CustomField', { ...tier, fullName: 'Account.Level__c' } as never);
  await rig.create('Account', { Name: 'Acme', Level__c: 'Gold' });
  await metadata.delete('CustomField', 'Account.Level__c');
  await metadata.create('CustomField', tier as never);
  await rig.create('Account', { Name: 'Other', Tier__c: 'Silver' });

  const renamed = await metadata.rename('CustomField', 'Account.Tier__c', 'Account.Level__c');

  expect(renamed).toMatchObject({ fullName: 'Account.Level__c', success: true });
  const { records } = await query(rig, 'SELECT Level__c FROM Account ORDER BY Name');
  expect(records).toMatchObject([{ Level__c: null }, { Level__c: 'Silver' }]);
});

it('gives permission sets, record types and validation rules another name', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('PermissionSet', { fullName: 'Sales', label: 'Sales' } as never);
  await metadata.create('RecordType', { fullName: 'Account.Partner', label: 'Partner', active: true } as never);
  await metadata.create('ValidationRule', {
    fullName: 'Account.No_Tests',
    active: true,
    errorConditionFormula: 'Name = "Test"',
    errorMessage: 'No tests',
  } as never);

  const renamed = [
    await metadata.rename('PermissionSet', 'Sales', 'Deals'),
    await metadata.rename('RecordType', 'Account.Partner', 'Account.Reseller'),
    await metadata.rename('ValidationRule', 'Account.No_Tests', 'Account.No_Trials'),
  ];

  expect(renamed).toMatchObject([
    { fullName: 'Deals', success: true },
    { fullName: 'Account.Reseller', success: true },
    { fullName: 'Account.No_Trials', success: true },
  ]);
  expect(rig.emulator.records('PermissionSet').map(({ Name }) => Name)).toContain('Deals');
  expect(rig.emulator.records('RecordType')).toMatchObject([{ DeveloperName: 'Reseller', Name: 'Partner' }]);
  expect((await metadata.list([{ type: 'ValidationRule' }])).map(({ fullName }) => fullName)).toEqual([
    'Account.No_Trials',
  ]);
  await metadata.delete('ValidationRule', 'Account.No_Trials');
  await rig.create('Account', { Name: 'Test' });
});

it('gives a layout another name, and profiles follow', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  const section = { customLabel: false, detailHeading: true, editHeading: true, label: 'Facts', style: 'OneColumn' };
  const layout = {
    fullName: 'Account-Deals Layout',
    layoutSections: [{ ...section, layoutColumns: [{ layoutItems: [{ behavior: 'Required', field: 'Name' }] }] }],
  };
  await metadata.create('Layout', layout as never);
  const assignment = { fullName: 'Admin', layoutAssignments: [{ layout: 'Account-Deals Layout' }] };
  const assigned = await metadata.upsert('Profile', assignment as never);
  const before = (await rig.call('GET', '/sobjects/Account/describe/layouts')).body;

  const renamed = await metadata.rename('Layout', 'Account-Deals Layout', 'Account-Sales Layout');

  expect(assigned).toMatchObject({ success: true });
  expect(renamed).toMatchObject({ fullName: 'Account-Sales Layout', success: true });
  expect((await rig.call('GET', '/sobjects/Account/describe/layouts')).body).toEqual(before);
  expect(JSON.stringify(before)).toContain('Facts');
  expect(await metadata.read('Profile', 'Admin')).toMatchObject({
    layoutAssignments: [{ layout: 'Account-Sales Layout' }],
  });
});

it('refuses what is not there, names that are taken or no names', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('CustomField', tier as never);
  await metadata.create('CustomField', { ...tier, fullName: 'Account.Rank__c' } as never);

  const missing = await metadata.rename('CustomField', 'Account.Gone__c', 'Account.Level__c');
  const taken = await metadata.rename('CustomField', 'Account.Tier__c', 'Account.Rank__c');
  const elsewhere = await metadata.rename('CustomField', 'Account.Tier__c', 'Contact.Tier__c');
  const noName = await metadata.rename('CustomField', 'Account.Tier__c', 'Account.1 Tier__c');

  expect(missing).toMatchObject({ success: false, errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY' }] });
  expect(taken).toMatchObject({ success: false, errors: [{ statusCode: 'DUPLICATE_DEVELOPER_NAME' }] });
  expect(elsewhere).toMatchObject({ success: false, errors: [{ statusCode: 'FIELD_INTEGRITY_EXCEPTION' }] });
  expect(noName).toMatchObject({ success: false, errors: [{ statusCode: 'FIELD_INTEGRITY_EXCEPTION' }] });
});

it('does not rename what another component names, and changes nothing', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('CustomField', tier as never);
  await metadata.create('ValidationRule', {
    fullName: 'Account.Tiered',
    active: true,
    errorConditionFormula: 'Tier__c = "None"',
    errorMessage: 'No tier',
  } as never);

  const renamed = metadata.rename('CustomField', 'Account.Tier__c', 'Account.Level__c');

  await expect(renamed).rejects.toThrow('renaming Account.Tier__c, which ValidationRule Account.Tiered may name');
  await rig.create('Account', { Name: 'Acme', Tier__c: 'Gold' });
});

const region = {
  fullName: 'Region__c',
  label: 'Region',
  pluralLabel: 'Regions',
  nameField: { label: 'Name', type: 'AutoNumber', displayFormat: 'R-{000}' },
  deploymentStatus: 'Deployed',
  sharingModel: 'ReadWrite',
};
const regionOfAccount = {
  fullName: 'Account.Region__c',
  label: 'Region',
  type: 'Lookup',
  referenceTo: 'Region__c',
  relationshipName: 'Accounts',
};
const code = { fullName: 'Region__c.Code__c', label: 'Code', type: 'Text', length: 20, externalId: true, unique: true };
const shout = { fullName: 'Region__c.Shout__c', label: 'Shout', type: 'Text', formula: 'UPPER(Code__c)' };
const serial = { fullName: 'Region__c.Serial__c', label: 'Serial', type: 'AutoNumber', displayFormat: 'S-{00}' };

it('gives an object another name, with its records, their ids and everything about it', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('CustomObject', region as never);
  for (const field of [code, shout, serial, regionOfAccount]) await metadata.create('CustomField', field as never);
  await metadata.create('RecordType', { fullName: 'Region__c.North', label: 'North', active: true } as never);
  await metadata.create('ValidationRule', {
    fullName: 'Region__c.No_Tests',
    active: true,
    errorConditionFormula: 'Code__c = "Test"',
    errorMessage: 'No tests',
  } as never);
  const permissions = { objectPermissions: [{ ...all, object: 'Region__c' }] };
  const set = { fullName: 'Regional', label: 'Regional', ...permissions };
  await metadata.create('PermissionSet', set as never);
  const tabVisibilities = [{ tab: 'Region__c', visibility: 'DefaultOn' }];
  await metadata.upsert('Profile', { fullName: 'Standard', ...permissions, tabVisibilities } as never);
  const id = await rig.create('Region__c', { Code__c: 'north' });
  await rig.create('Account', { Name: 'Acme', Region__c: id });

  const renamed = await metadata.rename('CustomObject', 'Region__c', 'Area__c');

  expect(renamed).toMatchObject({ fullName: 'Area__c', success: true });
  const another = await rig.create('Area__c', { Code__c: 'south' });
  const { records } = await query(
    rig,
    'SELECT Id, Name, Serial__c, Shout__c, RecordType.DeveloperName, (SELECT Name FROM Accounts__r) FROM Area__c ORDER BY Name',
  );
  expect(records).toMatchObject([
    { Id: id, Name: 'R-001', Serial__c: 'S-01', Shout__c: 'NORTH', Accounts__r: { records: [{ Name: 'Acme' }] } },
    { Id: another, Name: 'R-002', Serial__c: 'S-02', Shout__c: 'SOUTH', RecordType: { DeveloperName: 'North' } },
  ]);
  expect((await query(rig, 'SELECT Region__r.Code__c FROM Account')).records).toMatchObject([
    { Region__r: { attributes: { type: 'Area__c' }, Code__c: 'north' } },
  ]);
  expect((await rig.call('GET', '/sobjects/Region__c/describe')).status).toBe(404);
  expect((await rig.call('PATCH', '/sobjects/Area__c/Code__c/north', {})).status).toBe(200);
  expect((await rig.call('POST', '/sobjects/Area__c', { Code__c: 'Test' })).body).toMatchObject([
    { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' },
  ]);
  expect(rig.emulator.count('Area__c')).toBe(2);
  const rows = rig.emulator.records('ObjectPermissions').map(({ SobjectType }) => SobjectType);
  expect(rows.filter((name) => name === 'Area__c')).toHaveLength(3);
  expect(rows).not.toContain('Region__c');
  expect(await metadata.read('PermissionSet', 'Regional')).toMatchObject({
    objectPermissions: [{ object: 'Area__c' }],
  });
  expect(await metadata.read('Profile', 'Standard')).toMatchObject({
    objectPermissions: expect.arrayContaining([expect.objectContaining({ object: 'Area__c' })]) as object,
    tabVisibilities: [{ tab: 'Area__c', visibility: 'DefaultOn' }],
  });
  expect(await metadata.read('CustomField', 'Account.Region__c')).toMatchObject({ referenceTo: 'Area__c' });
  expect((await metadata.list([{ type: 'RecordType' }, { type: 'CustomField' }])).map((each) => each.fullName)).toEqual(
    expect.arrayContaining(['Area__c.North', 'Area__c.Code__c']),
  );
});

it.each([
  [
    'a lookup',
    regionOfAccount,
    'Account.Area__c',
    'SELECT Area__r.Code__c FROM Account',
    [{ Area__r: { Code__c: 'north' } }],
  ],
  [
    'an auto number',
    serial,
    'Region__c.Number__c',
    'SELECT Number__c FROM Region__c',
    [{ Number__c: 'S-01' }, { Number__c: 'S-02' }],
  ],
  [
    'a formula field',
    shout,
    'Region__c.Loud__c',
    'SELECT Loud__c FROM Region__c',
    [{ Loud__c: 'NORTH' }, { Loud__c: 'SOUTH' }],
  ],
])('gives %s another name, with what it says', async (_, { fullName }, to, soql, expected) => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('CustomObject', region as never);
  for (const field of [code, shout, serial, regionOfAccount]) await metadata.create('CustomField', field as never);
  const parent = await rig.create('Region__c', { Code__c: 'north' });
  await rig.create('Account', { Name: 'Acme', Region__c: parent });

  const renamed = await metadata.rename('CustomField', fullName, to);

  await rig.create('Region__c', { Code__c: 'south' });
  expect(renamed).toMatchObject({ success: true });
  expect((await query(rig, soql)).records).toMatchObject(expected);
  const permissions = rig.emulator.records('FieldPermissions').map(({ Field }) => Field);
  expect(permissions.filter((field) => field === to)).toHaveLength(1);
  expect(permissions).not.toContain(fullName);
});

it('takes the field along on layouts, in record types and in picklists that depend on it', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  const values = { restricted: true, valueSetDefinition: { sorted: false, value: [value('Gold'), value('Silver')] } };
  const level = { fullName: 'Account.Level__c', label: 'Level', type: 'Picklist', valueSet: values };
  await metadata.create('CustomField', level as never);
  await metadata.create('CustomField', {
    fullName: 'Account.Sub__c',
    label: 'Sub',
    type: 'Picklist',
    valueSet: {
      controllingField: 'Level__c',
      restricted: true,
      valueSetDefinition: { sorted: false, value: [value('Gold')] },
      valueSettings: [{ controllingFieldValue: ['Gold'], valueName: 'Gold' }],
    },
  } as never);
  await metadata.create('RecordType', {
    fullName: 'Account.Partner',
    label: 'Partner',
    active: true,
    picklistValues: [{ picklist: 'Level__c', values: [{ fullName: 'Gold', default: false }] }],
  } as never);
  const section = { customLabel: false, detailHeading: true, editHeading: true, label: 'Facts', style: 'OneColumn' };
  await metadata.create('Layout', {
    fullName: 'Account-Deals Layout',
    layoutSections: [{ ...section, layoutColumns: [{ layoutItems: [{ behavior: 'Required', field: 'Level__c' }] }] }],
  } as never);

  const renamed = await metadata.rename('CustomField', 'Account.Level__c', 'Account.Grade__c');

  expect(renamed).toMatchObject({ success: true });
  const [partner] = rig.emulator.records('RecordType');
  const picklists = await rig.call('GET', `/ui-api/object-info/Account/picklist-values/${String(partner?.['Id'])}`);
  const { picklistFieldValues } = picklists.body as {
    picklistFieldValues: Record<string, { values: { label: string }[]; controllerValues: object }>;
  };
  expect(picklistFieldValues['Grade__c']?.values.map(({ label }) => label)).toEqual(['Gold']);
  expect(picklistFieldValues['Sub__c']?.controllerValues).toEqual({ Gold: 0 });
  const layouts = (await rig.call('GET', '/sobjects/Account/describe/layouts')).body;
  expect(JSON.stringify(layouts)).toContain('Grade__c');
  expect(JSON.stringify(layouts)).not.toContain('Level__c');
});

it('does not rename standard objects, nor an object that a name elsewhere is made of', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  await metadata.create('CustomObject', region as never);
  await metadata.create('CustomObjectTranslation', { fullName: 'Region__c-nl_NL' } as never);

  const object = await metadata.rename('CustomObject', 'Region__c', 'Area__c').catch((error: unknown) => error);
  const standard = await metadata.rename('CustomObject', 'Account', 'Customer__c');
  const noName = await metadata.rename('CustomObject', 'Region__c', 'Area');

  expect(String(object)).toContain('renaming Region__c, which CustomObjectTranslation Region__c-nl_NL may name');
  expect(standard).toMatchObject({ success: false });
  expect(noName).toMatchObject({ success: false, errors: [{ statusCode: 'FIELD_INTEGRITY_EXCEPTION' }] });
});
