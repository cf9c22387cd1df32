import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../../emulator-rig.ts';
import { metadataClient } from '../metadata-rig.ts';

const tier = { fullName: 'Account.Tier__c', label: 'Tier', type: 'Text', length: 20, externalId: true, unique: true };
const access = {
  fullName: 'Sales',
  label: 'Sales',
  fieldPermissions: [{ field: 'Account.Tier__c', readable: true, editable: true }],
};

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
