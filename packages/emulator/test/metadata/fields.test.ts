import { describe, expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';
import { rows } from '../objects/rows.ts';
import { deployFiles } from './deploy-files.ts';

const clock = (): Date => new Date('2026-11-23T12:00:00Z');

describe('fields from metadata', () => {
  it('number records from where they are told to, with parts of the date', async () => {
    await using rig = await createEmulatorRig({ clock });
    deployFiles(rig, {
      'objects/Order__c/Order__c.object-meta.xml': customObject(
        'Order',
        '<type>AutoNumber</type><displayFormat>O-{YYYY}{MM}-{000}</displayFormat><startingNumber>7</startingNumber>',
      ),
      'objects/Order__c/fields/Slip__c.field-meta.xml': field(
        'Slip__c',
        'AutoNumber',
        '<displayFormat>{0000}</displayFormat><startingNumber>40</startingNumber>',
      ),
    });

    await rig.create('Order__c', {});
    await rig.create('Order__c', {});

    expect(await rows(rig, 'SELECT Name, Slip__c FROM Order__c ORDER BY Id')).toEqual([
      { Name: 'O-202611-007', Slip__c: '0040' },
      { Name: 'O-202611-008', Slip__c: '0041' },
    ]);
  });

  it('hold times of the day and rich text', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'objects/Account/fields/Opens__c.field-meta.xml': field('Opens__c', 'Time'),
      'objects/Account/fields/Story__c.field-meta.xml': field(
        'Story__c',
        'Html',
        '<length>131072</length><visibleLines>25</visibleLines>',
      ),
    });

    await rig.create('Account', { Name: 'A', Opens__c: '08:30', Story__c: '<p>Hi</p>' });

    const described = await rig.call('GET', '/sobjects/Account/describe');
    const wrong = await rig.call('POST', '/sobjects/Account', { Name: 'B', Opens__c: '25:00' });
    expect(await rows(rig, 'SELECT Opens__c, Story__c FROM Account')).toEqual([
      { Opens__c: '08:30:00.000Z', Story__c: '<p>Hi</p>' },
    ]);
    expect((described.body as { fields: object[] }).fields.slice(-2)).toMatchObject([
      { name: 'Opens__c', type: 'time', soapType: 'xsd:time' },
      {
        name: 'Story__c',
        type: 'textarea',
        length: 131_072,
        htmlFormatted: true,
        extraTypeInfo: 'richtextarea',
        filterable: false,
      },
    ]);
    expect(wrong.body).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
  });

  it('share the values of a global value set, also when it changes', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'globalValueSets/Colours.globalValueSet-meta.xml': colours('Red', 'Blue'),
      'objects/Account/fields/Colour__c.field-meta.xml': field(
        'Colour__c',
        'Picklist',
        '<valueSet><restricted>true</restricted><valueSetName>Colours</valueSetName></valueSet>',
      ),
    });
    const before = await rig.call('POST', '/sobjects/Account', { Name: 'A', Colour__c: 'Green' });

    deployFiles(rig, { 'globalValueSets/Colours.globalValueSet-meta.xml': colours('Red', 'Green') });

    expect(before.body).toMatchObject([{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }]);
    await rig.create('Account', { Name: 'A', Colour__c: 'Green' });
  });

  it('show the values of a standard value set, which says what is closed', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'standardValueSets/CaseStatus.standardValueSet-meta.xml': `<StandardValueSet><sorted>false</sorted>
        <standardValue><fullName>Open</fullName><default>true</default><label>Open</label><closed>false</closed></standardValue>
        <standardValue><fullName>Done</fullName><default>false</default><label>Done</label><closed>true</closed></standardValue>
        </StandardValueSet>`,
    });

    await rig.create('Case', {});
    await rig.create('Case', { Status: 'Done' });

    expect(await rows(rig, 'SELECT Status, IsClosed FROM Case ORDER BY Id')).toEqual([
      { Status: 'Open', IsClosed: false },
      { Status: 'Done', IsClosed: true },
    ]);
  });

  it('let tasks and events be about custom objects that have activities', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'objects/Visit__c/Visit__c.object-meta.xml': customObject(
        'Visit',
        '<type>Text</type>',
        '<enableActivities>true</enableActivities>',
      ),
    });
    const visit = await rig.create('Visit__c', { Name: 'First' });

    await rig.create('Task', { WhatId: visit, ActivityDate: '2026-01-31', Status: 'Completed' });

    expect(await rows(rig, 'SELECT LastActivityDate, (SELECT Id FROM Tasks) FROM Visit__c')).toMatchObject([
      { LastActivityDate: '2026-01-31', Tasks: { totalSize: 1 } },
    ]);
  });

  it.each([
    ['is off', false, false],
    ['users may overrule', true, true],
  ])('take a lookup filter that %s, since it keeps nothing out', async (_, active, optional) => {
    await using rig = await createEmulatorRig();

    deployFiles(rig, filteredLookup(active, optional));

    const parent = await rig.create('Account', { Name: 'Acme', Type: 'Other' });
    await rig.create('Contact', { LastName: 'Lee', Partner__c: parent });
    expect(await rows(rig, 'SELECT Partner__r.Name FROM Contact')).toMatchObject([{ Partner__r: { Name: 'Acme' } }]);
  });

  it('refuse a lookup filter that would keep values out', async () => {
    await using rig = await createEmulatorRig();

    expect(() => deployFiles(rig, filteredLookup(true, false))).toThrow('NOT_EMULATED a lookup filter');
  });

  it('keep a parent that a lookup must have', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'objects/Visit__c/Visit__c.object-meta.xml': customObject('Visit', '<type>Text</type>'),
      'objects/Visit__c/fields/Account__c.field-meta.xml': field(
        'Account__c',
        'Lookup',
        '<required>true</required><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName>',
      ),
    });
    const account = await rig.create('Account', { Name: 'Acme' });
    await rig.create('Visit__c', { Name: 'First', Account__c: account });

    const without = await rig.call('POST', '/sobjects/Visit__c', { Name: 'Second' });
    const { body } = await rig.call('DELETE', `/sobjects/Account/${account}`);

    expect(without.body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Account__c'] }]);
    expect(body).toMatchObject([
      {
        errorCode: 'DELETE_FAILED',
        message:
          'Your attempt to delete Acme could not be completed because it is associated with the following visits.: First\n',
      },
    ]);
  });
});

function field(name: string, type: string, more = ''): string {
  return `<CustomField><fullName>${name}</fullName><label>${name.replace('__c', '')}</label><type>${type}</type>${more}</CustomField>`;
}

function customObject(label: string, name: string, more = ''): string {
  return `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel>
    <nameField><label>Name</label>${name}</nameField><deploymentStatus>Deployed</deploymentStatus>
    <sharingModel>ReadWrite</sharingModel>${more}</CustomObject>`;
}

function colours(...names: readonly string[]): string {
  const values = names.map(
    (name) => `<customValue><fullName>${name}</fullName><default>false</default><label>${name}</label></customValue>`,
  );
  return `<GlobalValueSet><masterLabel>Colours</masterLabel><sorted>false</sorted>${values.join('')}</GlobalValueSet>`;
}

/** `Contact.Partner__c`, for accounts of the type Partner. */
function filteredLookup(active: boolean, isOptional: boolean): Record<string, string> {
  const item = '<field>Account.Type</field><operation>equals</operation><value>Partner</value>';
  const filter = `<active>${active}</active><filterItems>${item}</filterItems><isOptional>${isOptional}</isOptional>`;
  return {
    'objects/Contact/fields/Partner__c.field-meta.xml': field(
      'Partner__c',
      'Lookup',
      `<lookupFilter>${filter}</lookupFilter><referenceTo>Account</referenceTo><relationshipName>Partners</relationshipName>`,
    ),
  };
}
