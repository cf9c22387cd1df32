import { describe, expect, it } from 'vitest';
import { packageXml, regionArchive } from '../operations/metadata/metadata-rig.ts';
import { createPackagingRig } from './packaging-rig.ts';

describe('a package version', () => {
  it('is made of what the archive holds, with the next build number', async () => {
    await using rig = await createPackagingRig();
    const packageId = await rig.createPackage();

    const first = await rig.createVersion(packageId);
    const second = await rig.createVersion(packageId);

    expect(packageId).toMatch(/^0Ho/);
    expect(first).toMatchObject({ Status: 'Success', Package2Version: { BuildNumber: 1 } });
    expect(first.Id).toMatch(/^08c/);
    expect(first.Package2VersionId).toMatch(/^05i/);
    expect(first.Package2Version?.SubscriberPackageVersionId).toMatch(/^04t/);
    expect(second).toMatchObject({ Package2Version: { BuildNumber: 2 } });
  });

  it('ends in an error that says what in it cannot be deployed', async () => {
    await using rig = await createPackagingRig();
    const files = {
      'package.xml': packageXml({ CustomField: ['Account.X__c'] }),
      'objects/Account.object':
        '<CustomObject><fields><fullName>X__c</fullName><type>Hologram</type></fields></CustomObject>',
    };

    const request = await rig.createVersion(await rig.createPackage(), { files });
    const errors = await rig.toolingQuery(
      rig.emulator,
      `SELECT Message FROM Package2VersionCreateRequestError WHERE ParentRequest.Id = '${request.Id}'`,
    );

    expect(request).toMatchObject({ Status: 'Error', Package2VersionId: null });
    expect(errors).toMatchObject([{ Message: 'objects/Account.object: fields of the type Hologram are not emulated' }]);
  });

  it('is promoted only when code coverage was calculated and validation was not skipped', async () => {
    await using rig = await createPackagingRig();
    const packageId = await rig.createPackage();
    const uncovered = await rig.createVersion(packageId, { request: { CalculateCodeCoverage: false } });
    const unchecked = await rig.createVersion(packageId, { request: { SkipValidation: true } });
    const good = await rig.createVersion(packageId);
    const idOf = (request: typeof good): string => request.Package2Version?.SubscriberPackageVersionId ?? '';

    await expect(rig.promote(idOf(uncovered))).rejects.toThrow('code coverage');
    await expect(rig.promote(idOf(unchecked))).rejects.toThrow('validation skipped');
    await rig.promote(idOf(good));
    const released = await rig.toolingQuery(
      rig.emulator,
      'SELECT BuildNumber FROM Package2Version WHERE IsReleased = true',
    );

    expect(released).toMatchObject([{ BuildNumber: 3 }]);
  });

  it('is deleted for good while it is a beta', async () => {
    await using rig = await createPackagingRig();
    const packageId = await rig.createPackage();
    const beta = await rig.createVersion(packageId);
    await rig.createReleased(packageId);
    const change = (id: unknown): Promise<number> =>
      rig
        .call('PATCH', `/tooling/sobjects/Package2Version/${String(id)}`, { IsDeprecated: true })
        .then(({ status }) => status);

    const deleted = await change(beta.Package2VersionId);
    const soql = 'SELECT Id FROM Package2Version WHERE IsReleased = true';
    const kept = await change((await rig.toolingQuery(rig.emulator, soql))[0]?.['Id']);
    const org = rig.emulator.createOrg({ kind: 'scratch' });
    const installed = await rig.install(org, beta.Package2Version?.SubscriberPackageVersionId ?? '');

    expect([deleted, kept]).toEqual([204, 400]);
    expect(JSON.stringify(installed['Errors'])).toContain('DEPRECATED_INSTALL_PACKAGE');
  });

  it('descends only from a released one', async () => {
    await using rig = await createPackagingRig();
    const packageId = await rig.createPackage();
    const beta = await rig.createVersion(packageId);

    const child = await rig.createVersion(packageId, {
      versionNumber: '1.1.0.NEXT',
      ancestorId: beta.Package2VersionId ?? '',
    });

    expect(child.Status).toBe('Error');
  });
});

describe('an installation', () => {
  it("makes the package's schema part of the org, under its namespace", async () => {
    await using rig = await createPackagingRig();
    const { Package2Version: version } = await rig.createVersion(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'scratch' });

    const request = await rig.install(org, version?.SubscriberPackageVersionId ?? '');
    const installed = await rig.toolingQuery(
      org,
      `SELECT Id, SubscriberPackage.NamespacePrefix, SubscriberPackageVersion.MajorVersion, SubscriberPackageVersion.IsManaged
       FROM InstalledSubscriberPackage`,
    );
    const { accessToken } = org.issueSession();
    const authorization = `Bearer ${accessToken}`;
    const created = await rig.call('POST', '/sobjects/acme__Region__c', { acme__Code__c: 'EMEA' }, { authorization });

    expect(request).toMatchObject({ Status: 'SUCCESS', Errors: null });
    expect(installed).toMatchObject([
      {
        SubscriberPackage: { NamespacePrefix: 'acme' },
        SubscriberPackageVersion: { MajorVersion: 1, IsManaged: true },
      },
    ]);
    expect(created.status).toBe(201);
    expect((await rig.call('GET', '/sobjects/Region__c', undefined, { authorization })).status).toBe(404);
    expect((await rig.call('GET', '/sobjects/acme__Region__c')).status).toBe(404);
  });

  it('of a beta is refused in production and cannot be upgraded elsewhere', async () => {
    await using rig = await createPackagingRig();
    const packageId = await rig.createPackage();
    const [first, second] = [await rig.createVersion(packageId), await rig.createVersion(packageId)];
    const ids = [first, second].map((request) => request.Package2Version?.SubscriberPackageVersionId ?? '');
    const production = rig.emulator.createOrg({ kind: 'production' });
    const scratch = rig.emulator.createOrg({ kind: 'scratch' });
    const statusOf = async (org: typeof scratch, id = ''): Promise<unknown> => {
      const soql = `SELECT InstallValidationStatus FROM SubscriberPackageVersion WHERE Id = '${id}'`;
      return (await rig.toolingQuery(org, soql))[0]?.['InstallValidationStatus'];
    };

    const refused = await rig.install(production, ids[0] ?? '');
    const before = await statusOf(scratch, ids[0]);
    await rig.install(scratch, ids[0] ?? '');
    const upgrade = await rig.install(scratch, ids[1] ?? '');

    expect(refused).toMatchObject({ Status: 'ERROR' });
    expect(await statusOf(production, ids[0])).toBe('BETA_INSTALL_INTO_PRODUCTION_ORG');
    expect(before).toBe('NO_ERRORS_DETECTED');
    expect(upgrade).toMatchObject({
      Status: 'ERROR',
      Errors: { errors: [{ message: expect.stringContaining('CANNOT_UPGRADE_BETA') as string }] },
    });
    expect(await statusOf(scratch, ids[1])).toBe('CANNOT_UPGRADE_BETA');
  });

  it('goes up along the line of ancestors, and never down', async () => {
    await using rig = await createPackagingRig();
    const packageId = await rig.createPackage();
    const first = await rig.createReleased(packageId);
    const stray = await rig.createReleased(packageId, { versionNumber: '1.1.0.NEXT' });
    const second = await rig.createReleased(packageId, { versionNumber: '1.2.0.NEXT', ancestorId: first });
    const production = rig.emulator.createOrg({ kind: 'production' });

    const installed = await rig.install(production, first);
    const astray = await rig.install(production, stray);
    const upgraded = await rig.install(production, second);
    const down = await rig.install(production, first);

    expect([installed, astray, upgraded, down].map(({ Status }) => Status)).toEqual([
      'SUCCESS',
      'ERROR',
      'SUCCESS',
      'ERROR',
    ]);
    expect(JSON.stringify(down['Errors'])).toContain('CANNOT_INSTALL_EARLIER_VERSION');
  });

  it('asks for the installation key', async () => {
    await using rig = await createPackagingRig();
    const request = { InstallKey: "it's secret" };
    const { Package2Version: version } = await rig.createVersion(await rig.createPackage(), { request });
    const id = version?.SubscriberPackageVersionId ?? '';
    const org = rig.emulator.createOrg({ kind: 'scratch' });

    const without = await rig.install(org, id);
    const soql = `SELECT Id, IsPasswordProtected FROM SubscriberPackageVersion WHERE Id = '${id}'`;
    await expect(rig.toolingQuery(org, soql)).rejects.toThrow('INSTALL_KEY');
    const shown = await rig.toolingQuery(org, `${soql} AND InstallationKey = 'it\\'s secret'`);
    const withKey = await rig.install(org, id, { Password: "it\\'s secret" });

    expect(without).toMatchObject({ Status: 'ERROR' });
    expect(shown).toMatchObject([{ IsPasswordProtected: true }]);
    expect(withKey).toMatchObject({ Status: 'SUCCESS', Password: null });
  });

  it('is refused while the namespace is taken', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'scratch', namespace: 'acme' });

    const request = await rig.install(org, id);

    expect(JSON.stringify(request['Errors'])).toContain('NAMESPACE_COLLISION');
  });

  it('can be undone, with all data', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'scratch' });
    await rig.install(org, id);
    const headers = { authorization: `Bearer ${org.issueSession().accessToken}` };

    const request = await rig.uninstall(org, id);

    expect(request).toMatchObject({ Status: 'Success' });
    expect((await rig.call('GET', '/sobjects/acme__Region__c', undefined, headers)).status).toBe(404);
    expect(await rig.toolingQuery(org, 'SELECT Id FROM InstalledSubscriberPackage')).toEqual([]);
    expect(await rig.install(org, id)).toMatchObject({ Status: 'SUCCESS' });
  });

  it('brings objects that refer to each other', async () => {
    await using rig = await createPackagingRig();
    const files = {
      ...regionArchive,
      'package.xml': packageXml({ CustomObject: ['Region__c', 'Area__c'] }),
      'objects/Area__c.object': `<CustomObject><label>A</label><fields><fullName>Region__c</fullName><label>R</label>
        <referenceTo>Region__c</referenceTo><relationshipName>Areas</relationshipName><type>Lookup</type></fields>
        <nameField><label>N</label><type>Text</type></nameField></CustomObject>`,
    };
    const { Package2Version: version } = await rig.createVersion(await rig.createPackage(), { files });
    const org = rig.emulator.createOrg({ kind: 'scratch' });

    const request = await rig.install(org, version?.SubscriberPackageVersionId ?? '');
    const rows = await rig.toolingQuery(org, 'SELECT Id FROM InstalledSubscriberPackage');

    expect(request).toMatchObject({ Status: 'SUCCESS' });
    expect(rows).toHaveLength(1);
  });
});

it('has no packages where Dev Hub is off', async () => {
  await using rig = await createPackagingRig();
  const org = rig.emulator.createOrg({ kind: 'developer' });

  await expect(rig.toolingQuery(org, 'SELECT Id FROM Package2')).rejects.toThrow(
    "sObject type 'Package2' is not supported",
  );
});
