import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';
import { archive, metadataClient, packageXml, regionArchive, regionObject } from './metadata-rig.ts';

describe('deploy', () => {
  it('makes what the archive holds part of the org, and says what became of each component', async () => {
    await using rig = await createEmulatorRig();
    const { metadata } = metadataClient(rig);

    const result = await metadata.deploy(archive(regionArchive), { singlePackage: true }).complete(true);

    expect(result).toMatchObject({
      done: true,
      success: true,
      status: 'Succeeded',
      numberComponentsDeployed: 2,
      numberComponentsTotal: 2,
      numberComponentErrors: 0,
      createdByName: 'Emulated Admin',
    });
    expect(result.details.componentSuccesses).toMatchObject([
      { componentType: 'CustomObject', fullName: 'Region__c', fileName: 'objects/Region__c.object', created: true },
      { componentType: 'CustomField', fullName: 'Region__c.Code__c', changed: true, deleted: false },
      { fullName: 'package.xml', fileName: 'package.xml' },
    ]);
    expect(result.details.componentSuccesses[1]?.id).toMatch(/^00N\w{15}$/);
    await rig.create('Region__c', { Code__c: 'EMEA' });
  });

  it('leaves nothing when one component fails, and names the file and the problem', async () => {
    await using rig = await createEmulatorRig();
    const { metadata } = metadataClient(rig);
    const broken = '<CustomObject><fields><fullName>X__c</fullName><type>Hologram</type></fields></CustomObject>';
    const zip = archive({
      ...regionArchive,
      'package.xml': packageXml({ CustomObject: ['Region__c'], CustomField: ['Account.X__c'] }),
      'objects/Account.object': broken,
    });

    const result = await metadata.deploy(zip, { rollbackOnError: true }).complete(true);

    expect(result).toMatchObject({ success: false, status: 'Failed', numberComponentErrors: 1 });
    expect(result.details.componentFailures).toMatchObject([
      {
        componentType: 'CustomField',
        fullName: 'Account.X__c',
        fileName: 'objects/Account.object',
        problem: 'fields of the type Hologram are not emulated',
        problemType: 'Error',
        success: false,
      },
    ]);
    expect((await rig.call('GET', '/sobjects/Region__c')).status).toBe(404);
  });

  it('keeps what was good when failures undo nothing', async () => {
    await using rig = await createEmulatorRig();
    const zip = archive({
      ...regionArchive,
      'package.xml': packageXml({ CustomObject: ['Region__c'], ApexClass: ['Gone'] }),
    });

    const result = await metadataClient(rig).metadata.deploy(zip, {}).complete(true);

    expect(result).toMatchObject({ success: false, status: 'SucceededPartial' });
    expect(result.details.componentFailures).toMatchObject([
      {
        fileName: 'package.xml',
        problem: "An object 'Gone' of type ApexClass was named in package.xml, but was not found in zipped directory",
      },
    ]);
    expect((await rig.call('GET', '/sobjects/Region__c')).status).toBe(200);
  });

  it('only checks when it is asked to, and can then be deployed quickly', async () => {
    await using rig = await createEmulatorRig();
    const { metadata } = metadataClient(rig);
    const options = { checkOnly: true, testLevel: 'RunLocalTests', rollbackOnError: true } as const;

    const validation = await metadata.deploy(archive(regionArchive), options).complete();
    const before = await rig.call('GET', '/sobjects/Region__c');
    const id = await metadata.deployRecentValidation({ id: validation.id });
    const quick = await metadata.checkDeployStatus(id, true);

    expect(validation).toMatchObject({ success: true, checkOnly: true, runTestsEnabled: true });
    expect(before.status).toBe(404);
    expect(quick).toMatchObject({ success: true, checkOnly: false });
    expect((await rig.call('GET', '/sobjects/Region__c')).status).toBe(200);
  });

  it('deletes what the destructive changes name, and warns of what is not there', async () => {
    await using rig = await createEmulatorRig();
    const { metadata } = metadataClient(rig);
    await metadata.deploy(archive(regionArchive), { rollbackOnError: true }).complete();
    await rig.create('Region__c', { Code__c: 'EMEA' });
    const zip = archive({
      'package.xml': packageXml({}),
      'destructiveChanges.xml': packageXml({ CustomField: ['Region__c.Code__c', 'Region__c.Gone__c'] }),
    });

    const strict = await metadata.deploy(zip, { rollbackOnError: true }).complete(true);
    const lenient = await metadata.deploy(zip, { ignoreWarnings: true }).complete(true);

    expect(strict.success).toBe(false);
    expect(lenient).toMatchObject({ success: true });
    expect(lenient.details.componentSuccesses).toMatchObject([
      { fullName: 'Region__c.Code__c', deleted: true },
      { problem: 'No CustomField named: Region__c.Gone__c found', problemType: 'Warning' },
      { fullName: 'package.xml' },
    ]);
    expect(Object.keys(rig.emulator.records('Region__c')[0] ?? {})).not.toContain('Code__c');
  });

  it('fails without a package.xml', async () => {
    await using rig = await createEmulatorRig();

    const result = await metadataClient(rig)
      .metadata.deploy(archive({ 'objects/Region__c.object': regionObject }), {})
      .complete(true);

    expect(result.details.componentFailures).toMatchObject([
      { fullName: 'package.xml', problem: 'No package.xml found', success: false },
    ]);
  });
});

describe('retrieve', () => {
  it('gives back what was deployed', async () => {
    await using rig = await createEmulatorRig();
    const { metadata } = metadataClient(rig);
    await metadata.deploy(archive(regionArchive), { rollbackOnError: true }).complete();

    const request = { apiVersion: '66.0', unpackaged: { types: [{ members: ['*'], name: 'CustomObject' }] } };
    const result = await metadata.retrieve({ ...request, singlePackage: true } as never).complete();
    const files = unzipSync(Buffer.from(result.zipFile, 'base64'));

    expect(new TextDecoder().decode(files['objects/Region__c.object'])).toBe(regionObject);
    expect(Object.keys(files).toSorted()).toEqual(['objects/Region__c.object', 'package.xml']);
    expect(result.fileProperties).toMatchObject([
      { fullName: 'Region__c', type: 'CustomObject', manageableState: 'unmanaged' },
      { fullName: 'Region__c.Code__c', type: 'CustomField' },
    ]);
  });

  it('says what cannot be found', async () => {
    await using rig = await createEmulatorRig();
    const types = [{ members: ['Gone__c'], name: 'CustomObject' }];

    const result = await metadataClient(rig)
      .metadata.retrieve({ apiVersion: '66.0', unpackaged: { types } } as never)
      .complete();

    expect(result.messages).toMatchObject([
      { problem: "Entity of type 'CustomObject' named 'Gone__c' cannot be found" },
    ]);
  });
});

describe('the calls on single components', () => {
  it('create, read, update, upsert and delete', async () => {
    await using rig = await createEmulatorRig();
    const { metadata } = metadataClient(rig);
    const field = { fullName: 'Account.Tier__c', label: 'Tier', type: 'Text', length: 20 };

    const created = await metadata.create('CustomField', field as never);
    const twice = await metadata.create('CustomField', field as never);
    const updated = await metadata.update('CustomField', { ...field, label: 'Level' } as never);
    const missing = await metadata.update('CustomField', { ...field, fullName: 'Account.Gone__c' } as never);
    const upserted = await metadata.upsert('CustomField', { ...field, fullName: 'Account.Rank__c' } as never);
    const read = await metadata.read('CustomField', ['Account.Tier__c', 'Account.Gone__c']);
    const deleted = await metadata.delete('CustomField', ['Account.Rank__c', 'Account.Gone__c']);

    expect(created).toMatchObject({ fullName: 'Account.Tier__c', success: true });
    expect(twice).toMatchObject({ success: false, errors: [{ statusCode: 'DUPLICATE_DEVELOPER_NAME' }] });
    expect(updated).toMatchObject({ success: true });
    expect(missing).toMatchObject({ success: false, errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY' }] });
    expect(upserted).toMatchObject({ success: true, created: true });
    expect(read[0]).toMatchObject({ fullName: 'Account.Tier__c', label: 'Level', length: 20 });
    expect(deleted).toMatchObject([{ success: true }, { success: false }]);
    expect(rig.emulator.records('Account')).toEqual([]);
    const { body } = await rig.call('GET', '/sobjects/Account/describe');
    const names = (body as { fields: { name: string }[] }).fields.map(({ name }) => name);
    expect(names.filter((name) => name.endsWith('__c'))).toEqual(['Tier__c']);
  });

  it('create an object with its fields', async () => {
    await using rig = await createEmulatorRig();
    const object = {
      fullName: 'Team__c',
      label: 'Team',
      pluralLabel: 'Teams',
      nameField: { label: 'Name', type: 'Text' },
      deploymentStatus: 'Deployed',
      sharingModel: 'ReadWrite',
      fields: [{ fullName: 'Size__c', label: 'Size', type: 'Number', precision: 3, scale: 0 }],
    };

    const created = await metadataClient(rig).metadata.create('CustomObject', object as never);

    expect(created).toMatchObject({ success: true });
    await rig.create('Team__c', { Size__c: 12 });
  });

  it('take ten components at most', async () => {
    await using rig = await createEmulatorRig();
    const fullNames = Array.from({ length: 11 }, (_, n) => `Account.F${n}__c`);

    const read = metadataClient(rig).metadata.read('CustomField', fullNames);

    await expect(read).rejects.toThrow('cannot submit more than 10 records in this operation');
  });
});

describe('what there is', () => {
  it('is listed by type, standard objects included', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const { metadata } = metadataClient(rig);

    const objects = await metadata.list([{ type: 'CustomObject' }]);
    const sets = await metadata.list([{ type: 'PermissionSet' }]);

    expect(objects.map(({ fullName }) => fullName)).toEqual(expect.arrayContaining(['Account', 'Region__c']));
    expect(sets).toMatchObject([
      { fullName: 'Sales_Integration', fileName: 'permissionsets/Sales_Integration.permissionset' },
    ]);
    expect(sets[0]?.id).toMatch(/^0PS/);
  });

  it('is described by type', async () => {
    await using rig = await createEmulatorRig();

    const described = await metadataClient(rig).metadata.describe();

    expect(described.metadataObjects.find(({ xmlName }) => xmlName === 'CustomObject')).toMatchObject({
      directoryName: 'objects',
      suffix: 'object',
      childXmlNames: expect.arrayContaining(['CustomField', 'RecordType']) as string[],
    });
    expect(described).toMatchObject({ partialSaveAllowed: true, testRequired: false });
  });
});

describe('a refusal', () => {
  it('is a fault when the session is none', async () => {
    await using rig = await createEmulatorRig();
    const { metadata } = metadataClient({ ...rig, accessToken: '00D000000000001!none' });

    await expect(metadata.describe()).rejects.toMatchObject({
      errorCode: 'sf:INVALID_SESSION_ID',
      message: 'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session',
    });
  });

  it.each([
    ['no XML', 'nonsense', 500],
    ['an empty envelope', '<Envelope><Body/></Envelope>', 500],
  ])('is bounded for %s', async (_, body, status) => {
    await using rig = await createEmulatorRig();

    const answer = await rig.call('POST', '/services/Soap/m/66.0', body, { 'content-type': 'text/xml' });

    expect(answer.status).toBe(status);
    expect(answer.body).toContain('<faultcode>sf:UNKNOWN_EXCEPTION</faultcode>');
  });

  it('says which call is not there', async () => {
    await using rig = await createEmulatorRig();
    const envelope = `<E><Header><SessionHeader><sessionId>${rig.accessToken}</sessionId></SessionHeader></Header><Body><describeValueType/></Body></E>`;

    const answer = await rig.call('POST', '/services/Soap/m/66.0', envelope, { 'content-type': 'text/xml' });

    expect(answer.status).toBe(501);
    expect(answer.body).toMatchObject([{ message: expect.stringContaining('describeValueType') as string }]);
  });
});
