import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createAccessRig, type AccessRig } from '../access/access-rig.ts';
import { archive, metadataClient, packageXml, regionObject } from '../operations/metadata/metadata-rig.ts';
import { deployFiles } from './deploy-files.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const readRegions = `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit>
  <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Region__c</object>
  <viewAllRecords>false</viewAllRecords></objectPermissions>`;

function profileXml(inner: string): string {
  return `<Profile ${NAMESPACE}>${inner}</Profile>`;
}

function profile(name: string, inner: string): Record<string, string> {
  return { [`profiles/${name}.profile-meta.xml`]: profileXml(inner) };
}

function field(name: string, readable: boolean, editable = false): string {
  return `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>${readable}</readable></fieldPermissions>`;
}

/** Deploys an archive with the object Region__c and profiles by their files' names. */
async function deploy(rig: AccessRig, profiles: Readonly<Record<string, string>>, version = '66.0') {
  const manifest = packageXml({ CustomObject: ['Region__c'], Profile: Object.keys(profiles) });
  const files = Object.entries(profiles).map(([name, inner]) => [`profiles/${name}.profile`, profileXml(inner)]);
  const zip = archive({
    'package.xml': manifest.replace('66.0', version),
    'objects/Region__c.object': regionObject.replace('<unique>true</unique>', ''),
    ...Object.fromEntries(files),
  });
  const { metadata } = metadataClient(rig);
  const result = await metadata.deploy(zip, { singlePackage: true, rollbackOnError: true }).complete(true);
  const problems = [result.details?.componentFailures ?? []].flat().map(({ problem }) => problem);
  return { success: result.success, problems };
}

/** The files of a retrieval, by their paths. */
async function retrieve(rig: AccessRig, members: Readonly<Record<string, readonly string[]>>) {
  const { metadata } = metadataClient(rig);
  const types = Object.entries(members).map(([name, names]) => ({ name, members: [...names] }));
  const { zipFile } = await metadata
    .retrieve({ apiVersion: '66.0', singlePackage: true, unpackaged: { types, version: '66.0' } } as never)
    .complete();
  const files = unzipSync(Buffer.from(zipFile, 'base64'));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe('a standard profile', () => {
  it('allows its users what is deployed, and keeps the rest', async () => {
    await using rig = await createAccessRig({});
    const user = rig.user({ profile: 'Standard User' });
    const { success } = await deploy(rig, { Standard: readRegions + field('Region__c.Code__c', true) });
    await rig.create('Region__c', { Name: 'Ghent', Code__c: 'G' });

    const read = await user.query('SELECT Name, Code__c FROM Region__c');
    const created = await user.call('POST', '/sobjects/Region__c', { Name: 'Bruges' });
    const accounts = await user.call('POST', '/sobjects/Account', { Name: 'Acme' });
    await deploy(rig, { Standard: field('Region__c.Code__c', false) });
    const hidden = await user.query('SELECT Name, Code__c FROM Region__c');
    const shown = await user.query('SELECT Name FROM Region__c');

    expect(success).toBe(true);
    expect(read.body).toMatchObject({ records: [{ Name: 'Ghent', Code__c: 'G' }] });
    expect(created.body).toMatchObject([{ errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }]);
    expect(accounts.status).toBe(201);
    expect(hidden.body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    expect(shown.status).toBe(200);
  });

  it('keeps its permissions on standard objects since API version 50.0, and its user permissions', async () => {
    await using rig = await createAccessRig({});
    const user = rig.user({ profile: 'Read Only' });
    const editAccounts = readRegions
      .replace('Region__c', 'Account')
      .replaceAll(/(?<=allow(?:Create|Edit)>)false/g, 'true');
    const noApi = '<userPermissions><enabled>false</enabled><name>ApiEnabled</name></userPermissions>';

    const now = await deploy(rig, { ReadOnly: editAccounts + noApi });
    const refused = await user.call('POST', '/sobjects/Account', { Name: 'Acme' });
    await deploy(rig, { ReadOnly: editAccounts }, '49.0');
    const taken = await user.call('POST', '/sobjects/Account', { Name: 'Acme' });

    expect(now.success).toBe(true);
    expect(refused.body).toMatchObject([{ errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }]);
    expect(taken.status).toBe(201);
  });

  it('takes login hours and IP ranges, and gives the hours up for an empty element', async () => {
    await using rig = await createAccessRig({});
    const user = rig.user({ profile: 'Standard User' });
    const login = '<loginHours><mondayStart>480</mondayStart><mondayEnd>480</mondayEnd></loginHours>';
    const days = ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const always = login.replace(
      '</loginHours>',
      `${days.map((day) => `<${day}Start>0</${day}Start><${day}End>0</${day}End>`).join('')}</loginHours>`,
    );
    const range =
      '<loginIpRanges><description>Office</description><endAddress>127.0.0.9</endAddress><startAddress>127.0.0.1</startAddress></loginIpRanges>';

    deployFiles(rig, profile('Standard', always + range));
    const outside = await user.call('GET', '/sobjects');
    const { 'profiles/Standard.profile': printed = '' } = await retrieve(rig, { Profile: ['Standard'] });
    deployFiles(rig, profile('Standard', '<loginHours/>'));
    const inside = await user.call('GET', '/sobjects');

    expect(outside.status).toBe(401);
    expect(printed).toContain('<mondayEnd>480</mondayEnd>');
    expect(printed).toContain('<startAddress>127.0.0.1</startAddress>');
    expect(inside.status).toBe(200);
  });

  it('cannot be deleted', async () => {
    await using rig = await createAccessRig({});
    const { metadata } = metadataClient(rig);

    const deleted = await metadata.delete('Profile', 'ReadOnly');

    expect(deleted).toMatchObject({ success: false });
    expect(rig.emulator.records('Profile').map(({ Name }) => Name)).toContain('Read Only');
  });
});

describe('a profile that the org does not know', () => {
  const license = '<custom>true</custom><userLicense>Salesforce</userLicense>';

  it.each([
    ['60.0', 403],
    ['59.0', 200],
  ])('starts in API version %s with what Salesforce starts it with', async (version, status) => {
    await using rig = await createAccessRig({});
    const { success } = await deploy(rig, { 'Sales%3A EU': license }, version);
    const user = rig.user({ profile: 'Sales: EU' });

    const answer = await user.query('SELECT Name FROM Account');

    expect(success).toBe(true);
    expect(answer.status).toBe(status);
  });

  it('has the permissions that are deployed, user permissions among them', async () => {
    await using rig = await createAccessRig({});
    const api = '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>';
    await deploy(rig, { Regional: license + api + readRegions });
    await rig.create('Region__c', { Name: 'Ghent' });
    const user = rig.user({ profile: 'Regional' });

    const regions = await user.query('SELECT Name FROM Region__c');
    const accounts = await user.query('SELECT Name FROM Account');

    expect(regions.body).toMatchObject({ records: [{ Name: 'Ghent' }] });
    expect(accounts.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  });

  it('is deleted with its permissions once nobody has it', async () => {
    await using rig = await createAccessRig({});
    await deploy(rig, { Regional: license + readRegions });
    const { userId } = rig.user({ profile: 'Regional' });
    const { metadata } = metadataClient(rig);

    const used = await metadata.delete('Profile', 'Regional');
    const [standard] = rig.emulator.records('Profile').filter(({ Name }) => Name === 'Standard User');
    await rig.call('PATCH', `/sobjects/User/${userId}`, { ProfileId: standard?.['Id'] });
    const unused = await metadata.delete('Profile', 'Regional');

    expect(used).toMatchObject({ success: false });
    expect(unused).toMatchObject({ success: true });
    expect(rig.emulator.records('Profile').map(({ Name }) => Name)).not.toContain('Regional');
    expect(await metadata.read('Profile', 'Regional')).not.toHaveProperty('fullName');
  });

  it('is refused as a standard profile that this org lacks', async () => {
    await using rig = await createAccessRig({});

    expect(() => deployFiles(rig, profile('ContractManager', '<custom>false</custom>'))).toThrow('ContractManager');
  });
});

describe('a profile that is retrieved', () => {
  it('says only what concerns the other components, and user permissions that are on', async () => {
    await using rig = await createAccessRig({});
    const tabs = '<tabVisibilities><tab>standard-Account</tab><visibility>DefaultOn</visibility></tabVisibilities>';
    await deploy(rig, { Standard: readRegions + field('Region__c.Code__c', true) + tabs });

    const alone = (await retrieve(rig, { Profile: ['Standard'] }))['profiles/Standard.profile'] ?? '';
    const withRegions = await retrieve(rig, { Profile: ['Standard'], CustomObject: ['*'] });
    const withField = await retrieve(rig, { Profile: ['Standard'], CustomField: ['Contact.Account'] });
    const withAccounts = await retrieve(rig, { Profile: ['Standard'], CustomObject: ['Account'] });

    expect(alone).toContain('<name>ApiEnabled</name>');
    expect(alone).toContain('<custom>false</custom>');
    expect(alone).not.toMatch(/Permissions>\s*<editable|objectPermissions|tabVisibilities|<enabled>false/);
    const regions = withRegions['profiles/Standard.profile'] ?? '';
    expect(regions).toContain('<object>Region__c</object>');
    expect(regions).toContain('<field>Region__c.Code__c</field>');
    expect(regions).not.toContain('Account');
    const fields = withField['profiles/Standard.profile']?.match(/<field>.*<\/field>/g);
    expect(fields).toEqual(['<field>Contact.AccountId</field>']);
    const accounts = withAccounts['profiles/Standard.profile'] ?? '';
    expect(accounts).toContain('<field>Account.Industry</field>');
    expect(accounts).toContain('<tab>standard-Account</tab>');
    expect(accounts).not.toContain('Region__c');
  });

  it('goes back as it came, and is all there when it is read', async () => {
    await using rig = await createAccessRig({});
    await deploy(rig, { Standard: readRegions + field('Region__c.Code__c', true, true) });
    const { metadata } = metadataClient(rig);
    const manifest = { Profile: ['*'], CustomObject: ['Region__c', 'Account'] };
    const before = await retrieve(rig, manifest);

    const zip = archive({ ...before });
    const again = await metadata.deploy(zip, { singlePackage: true, rollbackOnError: true }).complete(true);
    const after = await retrieve(rig, manifest);
    const read = (await metadata.read('Profile', 'Standard')) as { fieldPermissions: { field: string }[] };
    const listed = await metadata.list([{ type: 'Profile' }]);

    expect(again.details?.componentFailures ?? []).toEqual([]);
    expect(after).toEqual(before);
    expect(read.fieldPermissions.map((each) => each.field)).toEqual(
      expect.arrayContaining(['Region__c.Code__c', 'Lead.Industry']),
    );
    expect(listed.map(({ fullName }) => fullName)).toEqual(
      expect.arrayContaining(['Admin', 'ReadOnly', 'Minimum Access - Salesforce']),
    );
  });
});

it.each([
  [
    'a permission without what it needs',
    readRegions.replace('allowEdit>false', 'allowEdit>true').replace('allowRead>true', 'allowRead>false'),
    'Permission Edit Region__c depends on permission(s): Read Region__c',
  ],
  [
    'an unknown object',
    readRegions.replace('Region__c', 'Gone__c'),
    'In field: object - no CustomObject named Gone__c found',
  ],
  [
    'an unknown user permission',
    '<userPermissions><enabled>true</enabled><name>Fly</name></userPermissions>',
    'the user permission Fly is not emulated',
  ],
  [
    'hours that are not full',
    '<loginHours><mondayStart>30</mondayStart><mondayEnd>60</mondayEnd></loginHours>',
    'not a full hour',
  ],
  [
    'an unknown record type',
    '<recordTypeVisibilities><default>false</default><recordType>Account.Gone</recordType><visible>true</visible></recordTypeVisibilities>',
    'In field: recordType - no RecordType named Account.Gone found',
  ],
])('refuses %s', async (_, inner, problem) => {
  await using rig = await createAccessRig({});

  const { success, problems } = await deploy(rig, {
    Standard: inner,
  });

  expect(success).toBe(false);
  expect(problems.join()).toContain(problem);
});

it('makes record types available to a profile, one of them by default', async () => {
  await using rig = await createAccessRig();
  const user = rig.user({ profile: 'Standard User' });
  const [enterprise] = rig.emulator.records('RecordType');
  const name = `Opportunity.${String(enterprise?.['DeveloperName'])}`;

  deployFiles(
    rig,
    profile(
      'Standard',
      `<recordTypeVisibilities><default>true</default><recordType>${name}</recordType><visible>true</visible></recordTypeVisibilities>`,
    ),
  );

  const { body } = await user.call('GET', '/sobjects/Opportunity/describe');
  const { recordTypeInfos } = body as { recordTypeInfos: object[] };
  expect(recordTypeInfos).toContainEqual(
    expect.objectContaining({
      recordTypeId: enterprise?.['Id'],
      available: true,
      defaultRecordTypeMapping: true,
    }),
  );
});

it('takes of a package only what the package brings, in custom profiles that the org has', async () => {
  await using rig = await createAccessRig({});
  rig.emulator.cloneProfile({ name: 'Regional', from: 'Read Only' });
  const regional = rig.user({ profile: 'Regional' });
  const readOnly = rig.user({ profile: 'Read Only' });
  const noApi = '<userPermissions><enabled>false</enabled><name>ApiEnabled</name></userPermissions>';
  const hours = '<loginHours><mondayStart>0</mondayStart><mondayEnd>0</mondayEnd></loginHours>';
  const object =
    '<label>Region</label><pluralLabel>Regions</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>';
  const files = {
    'objects/Region__c/Region__c.object-meta.xml': `<CustomObject ${NAMESPACE}>${object}</CustomObject>`,
    ...profile('Regional', readRegions + noApi + hours),
    ...profile('ReadOnly', readRegions),
    ...profile('Elsewhere', readRegions),
  };

  deployFiles(rig, files, 'acme');

  expect((await regional.query('SELECT Name FROM acme__Region__c')).status).toBe(200);
  expect((await readOnly.query('SELECT Name FROM acme__Region__c')).status).toBe(400);
  expect((await retrieve(rig, { Profile: ['Regional'] }))['profiles/Regional.profile']).not.toContain('loginHours');
  expect(rig.emulator.records('Profile').map(({ Name }) => Name)).not.toContain('Elsewhere');
});
