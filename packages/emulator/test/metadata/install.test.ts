import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MetadataError } from '../../src/index.ts';
import { ownPackage } from '../../src/own-package.ts';
import { createEmulatorRig, salesMetadata } from '../emulator-rig.ts';

describe('a source', () => {
  it('is installed with everything in it, whatever folders group it', async () => {
    await using rig = await createEmulatorRig();

    const report = rig.emulator.install(salesMetadata);

    expect(report).toMatchObject({
      objects: ['Engagement__c', 'Region__c'],
      recordTypes: ['Opportunity.Enterprise', 'Opportunity.Retired'],
      businessProcesses: ['Opportunity.Enterprise Sales'],
      permissionSets: ['Sales_Integration'],
      accepted: [join('pages', 'tabs', 'Region__c.tab-meta.xml')],
    });
    expect(report.fields).toContain('Opportunity.Engagement__c');
    expect(rig.emulator.records('RecordType')).toMatchObject([
      { DeveloperName: 'Enterprise', Name: 'Enterprise Deal', IsActive: true, NamespacePrefix: null },
      { DeveloperName: 'Retired', IsActive: false },
    ]);
    const sets = rig.emulator.records('PermissionSet').filter((set) => set['IsOwnedByProfile'] === false);
    expect(sets).toMatchObject([{ Name: 'Sales_Integration', IsCustom: true }]);
  });

  it('changes nothing when it is installed again, and keeps the records', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const id = await rig.create('Region__c', { Code__c: 'EMEA' });
    const before = await rig.call('GET', '/sobjects/Region__c/describe');

    rig.emulator.install(salesMetadata);
    const after = await rig.call('GET', '/sobjects/Region__c/describe');

    expect(after.body).toEqual(before.body);
    expect(rig.emulator.records('Region__c')).toMatchObject([{ Id: id }]);
    expect(rig.emulator.count('RecordType')).toBe(2);
  });

  it('declares names with its namespace, and refers to those of others as they are', async () => {
    await using rig = await createEmulatorRig({ install: [{ ...salesMetadata, namespace: 'sales' }] });

    const region = await rig.create('sales__Region__c', { sales__Code__c: 'EMEA' });
    await rig.create('sales__Engagement__c', { sales__Region__c: region });
    const soql = 'SELECT+sales__Region__r.sales__Code__c+FROM+sales__Engagement__c';
    const { body } = await rig.call('GET', `/query?q=${soql}`);

    expect(body).toMatchObject({ records: [{ sales__Region__r: { sales__Code__c: 'EMEA' } }] });
    expect((await rig.call('GET', '/sobjects/Region__c')).status).toBe(404);
    expect(rig.emulator.records('RecordType')).toMatchObject([{ NamespacePrefix: 'sales' }, {}]);
  });

  it('of this repository is installed as a managed package', async () => {
    await using rig = await createEmulatorRig({ install: [ownPackage()] });

    await rig.create('uman__Write__c', { uman__Key__c: 'call-8213/deal' });
    const twice = await rig.call('POST', '/sobjects/uman__Write__c', { uman__Key__c: 'call-8213/deal' });

    expect(twice.body).toMatchObject([{ errorCode: 'DUPLICATE_VALUE' }]);
    expect(rig.emulator.records('uman__Write__c')).toMatchObject([{ Name: 'W-0000001' }]);
  });
});

describe('what is not understood', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'emulator-metadata-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  function write(file: string, content: string): void {
    const path = join(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const object = (inner = ''): string =>
    `<CustomObject><label>X</label>${inner}<nameField><label>Name</label><type>Text</type></nameField></CustomObject>`;
  const field = (inner: string): string =>
    `<CustomField><fullName>F__c</fullName><label>F</label>${inner}</CustomField>`;

  it.each([
    ['a kind of metadata', 'triggers/T.trigger-meta.xml', '<ApexTrigger/>', 'the kind trigger is not emulated'],
    ['a file that is none', 'classes/T.cls', 'class T {}', 'no -meta.xml file'],
    ['an element of an object', 'objects/X__c/X__c.object-meta.xml', object('<sharingReasons/>'), 'sharingReasons'],
    [
      'a type of field',
      'objects/Account/fields/F__c.field-meta.xml',
      field('<type>Summary</type>'),
      'fields of the type Summary are not emulated',
    ],
    [
      'a formula',
      'objects/Account/fields/F__c.field-meta.xml',
      field('<formula>HYPERLINK("x", "y")</formula><type>Text</type>'),
      'HYPERLINK is not emulated',
    ],
    [
      'a computed default',
      'objects/Account/fields/F__c.field-meta.xml',
      field('<defaultValue>TODAY()</defaultValue><type>Date</type>'),
      'TODAY() is not a constant',
    ],
    [
      'a field of an unknown object',
      'objects/Nothing__c/fields/F__c.field-meta.xml',
      field('<type>Date</type>'),
      'this org has no object Nothing__c',
    ],
    [
      'a look-up to an unknown object',
      'objects/Account/fields/F__c.field-meta.xml',
      field('<referenceTo>Nothing__c</referenceTo><type>Lookup</type>'),
      'this org has no object Nothing__c for it to refer to',
    ],
    ['broken XML', 'objects/X__c/X__c.object-meta.xml', '<CustomObject>', 'no valid XML'],
  ])('is refused by name: %s', async (_, file, content, problem) => {
    await using rig = await createEmulatorRig();
    write('objects/Good__c/Good__c.object-meta.xml', object());
    write(file, content);

    const install = (): unknown => rig.emulator.install({ directory });

    expect(install).toThrow(MetadataError);
    expect(install).toThrow(problem);
    expect((await rig.call('GET', '/sobjects/Good__c')).status).toBe(404);
  });
});

it('takes other sales stages', async () => {
  await using rig = await createEmulatorRig();
  const directory = mkdtempSync(join(tmpdir(), 'emulator-metadata-'));
  mkdirSync(join(directory, 'standardValueSets'));
  writeFileSync(
    join(directory, 'standardValueSets', 'OpportunityStage.standardValueSet-meta.xml'),
    `<StandardValueSet><sorted>false</sorted><standardValue><fullName>Legal</fullName><default>false</default>
     <label>Legal</label><closed>false</closed><forecastCategory>Forecast</forecastCategory>
     <probability>80</probability><won>false</won></standardValue></StandardValueSet>`,
  );

  rig.emulator.install({ directory });
  rmSync(directory, { recursive: true });
  await rig.create('Opportunity', { Name: 'x', StageName: 'Legal', CloseDate: '2026-12-31' });

  expect(rig.emulator.records('Opportunity')).toMatchObject([
    { Probability: 80, ForecastCategory: 'Forecast', ForecastCategoryName: 'Commit' },
  ]);
  expect(rig.emulator.records('OpportunityStage').filter((stage) => stage['IsActive'])).toHaveLength(1);
});
