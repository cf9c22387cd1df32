import { describe, expect, it } from 'vitest';
import type { EmulatedOrg } from '../../src/index.ts';
import { packageXml, regionArchive } from '../operations/metadata/metadata-rig.ts';
import { createPackagingRig, type PackagingRig } from './packaging-rig.ts';

const region = 'acme__Region__c';

/** What one user of a profile sees of the package's object. */
async function seenBy(rig: PackagingRig, org: EmulatedOrg, profile: string): Promise<unknown> {
  const username = `${profile.replaceAll(/\W/g, '').toLowerCase()}@customer.test`;
  org.createUser({ username, password: 'x', profile });
  const headers = { authorization: `Bearer ${org.issueSession({ username }).accessToken}` };
  const { status, body } = await rig.call('GET', `/sobjects/${region}/describe`, undefined, headers);
  if (status !== 200) return status;
  const { createable, deletable, fields } = body as Record<string, unknown> & { fields: Record<string, unknown>[] };
  const code = fields.find(({ name }) => name === 'acme__Note__c');
  return { createable, deletable, edits: code?.['updateable'] };
}

const files = {
  ...regionArchive,
  'objects/Region__c.object': `<CustomObject><label>Region</label><pluralLabel>Regions</pluralLabel>
    <fields><fullName>Note__c</fullName><label>Note</label><length>80</length><type>Text</type></fields>
    <nameField><label>Name</label><type>Text</type></nameField></CustomObject>`,
  'package.xml': packageXml({ CustomObject: ['Region__c'] }),
};
const everything = { createable: true, deletable: true, edits: true };

describe('who gets access by an installation', () => {
  it.each([
    ['none', [everything, 404, 404, everything]],
    ['full', [everything, 404, everything, everything]],
  ])('for %s', async (SecurityType, expected) => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage(), { files });
    const org = rig.emulator.createOrg({ kind: 'production' });
    org.cloneProfile({ name: 'Sales Rep', from: 'Standard User' });
    org.cloneProfile({ name: 'Second Admin', from: 'System Administrator' });

    const request = await rig.install(org, id, { SecurityType });
    const profiles = ['System Administrator', 'Standard User', 'Sales Rep', 'Second Admin'];
    const seen: unknown[] = [];
    for (const profile of profiles) seen.push(await seenBy(rig, org, profile));

    expect(request).toMatchObject({ Status: 'SUCCESS' });
    expect(seen).toEqual(expected);
  });

  it('gives administrators every record, others not', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage(), { files });
    const org = rig.emulator.createOrg({ kind: 'production' });
    org.cloneProfile({ name: 'Sales Rep', from: 'Standard User' });
    org.cloneProfile({ name: 'Second Admin', from: 'System Administrator' });

    await rig.install(org, id, { SecurityType: 'full' });
    const rows = org.records('ObjectPermissions').filter(({ SobjectType }) => SobjectType === region);

    expect(rows.filter((row) => row['PermissionsModifyAllRecords'] === true)).toHaveLength(2);
    expect(rows).toHaveLength(3);
  });

  it('grants by an upgrade only what is new', async () => {
    await using rig = await createPackagingRig();
    const packageId = await rig.createPackage();
    const first = await rig.createReleased(packageId, { files });
    const more = {
      'package.xml': packageXml({ CustomObject: ['Region__c', 'Area__c'] }),
      'objects/Region__c.object': files['objects/Region__c.object'],
      'objects/Area__c.object': files['objects/Region__c.object'],
    };
    const second = await rig.createReleased(packageId, {
      files: more,
      versionNumber: '1.1.0.NEXT',
      ancestorId: first,
    });
    const org = rig.emulator.createOrg({ kind: 'production' });
    org.cloneProfile({ name: 'Sales Rep', from: 'Standard User' });

    await rig.install(org, first, { SecurityType: 'none' });
    await rig.install(org, second, { SecurityType: 'full' });
    const set = org.records('PermissionSet').find(({ ProfileId }) => {
      return org.records('Profile').some(({ Id, Name }) => Id === ProfileId && Name === 'Sales Rep');
    });
    const granted = org.records('ObjectPermissions').filter(({ ParentId }) => ParentId === set?.['Id']);
    const ofPackage = granted.map(({ SobjectType }) => String(SobjectType)).filter((name) => name.startsWith('acme__'));

    expect(ofPackage).toEqual(['acme__Area__c']);
  });

  it('is not chosen profile by profile in a request', async () => {
    await using rig = await createPackagingRig();

    const answer = await rig.call('POST', '/tooling/sobjects/PackageInstallRequest', {
      SubscriberPackageVersionKey: '04t000000000001AAA',
      SecurityType: 'custom',
    });

    expect(answer.status).toBe(501);
  });
});

describe('a profile that is cloned', () => {
  it('has the permissions of the other, and is no other of that name', async () => {
    await using rig = await createPackagingRig();
    const clone = (body: unknown): Promise<Response> =>
      fetch(`${rig.emulator.url}/__emulator/profiles`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const made = await clone({ name: 'Reader', from: 'Read Only' });
    const again = await clone({ name: 'Reader', from: 'Standard User' });
    const unknown = await clone({ name: 'Other', from: 'Nobody' });
    const username = 'reader@customer.test';
    rig.emulator.createUser({ username, password: 'x', profile: 'Reader' });
    const headers = { authorization: `Bearer ${rig.emulator.issueSession({ username }).accessToken}` };

    const { body } = await rig.call('GET', '/sobjects/Account/describe', undefined, headers);

    expect([made, again, unknown].map(({ status }) => status)).toEqual([200, 400, 400]);
    expect(body).toMatchObject({ queryable: true, createable: false });
  });
});
