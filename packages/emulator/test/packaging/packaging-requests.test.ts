import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageXml } from '../operations/metadata/metadata-rig.ts';
import { createPackagingRig, type PackagingRig } from './packaging-rig.ts';

const VERSION = 'Package2VersionCreateRequest';
const INSTALL = 'PackageInstallRequest';
const UNINSTALL = 'SubscriberPackageVersionUninstallRequest';

async function hold({ emulator }: PackagingRig, orgId: string, held: unknown): Promise<number> {
  const response = await fetch(`${emulator.url}/__emulator/orgs/${orgId}/packaging`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ held }),
  });
  return response.status;
}

it('makes a version after the request is answered, one status after the other', async () => {
  await using rig = await createPackagingRig();
  const packageId = await rig.createPackage();
  const seen: unknown[] = [];

  rig.emulator.holdPackaging(true);
  const id = await rig.requestVersion(packageId);
  const look = async (): Promise<void> => {
    const { Status, Package2VersionId } = await rig.row(rig.emulator, VERSION, id);
    seen.push([Status, Package2VersionId === null ? 'no version' : 'a version']);
  };
  await look();
  for (const held of ['InProgress', 'VerifyingMetadata'] as const) {
    rig.emulator.holdPackaging(held);
    await rig.reaches(rig.emulator, VERSION, id, held);
    await look();
  }
  rig.emulator.holdPackaging(false);
  await rig.over(rig.emulator, VERSION, id);
  await look();

  expect(seen).toEqual([
    ['Queued', 'no version'],
    ['InProgress', 'no version'],
    ['VerifyingMetadata', 'no version'],
    ['Success', 'a version'],
  ]);
  expect(await hold(rig, rig.emulator.org.id, 'Success')).toBe(400);
});

it('shows a version before its validations are over, where they are to come later', async () => {
  await using rig = await createPackagingRig();
  const packageId = await rig.createPackage();
  const files = {
    'package.xml': packageXml({ CustomField: ['Account.X__c'] }),
    'objects/Account.object': `<CustomObject><fields><fullName>X__c</fullName><label>X</label><type>Lookup</type>
      <referenceTo>Missing__c</referenceTo><relationshipName>Xs</relationshipName></fields></CustomObject>`,
  };

  rig.emulator.holdPackaging('PerformingValidations');
  const good = await rig.requestVersion(packageId, { request: { AsyncValidation: true } });
  await rig.reaches(rig.emulator, VERSION, good, 'PerformingValidations');
  const { Package2VersionId: versionId } = await rig.row(rig.emulator, VERSION, good);
  const before = await rig.row(rig.emulator, 'Package2Version', String(versionId));
  await expect(rig.promote(String(before['SubscriberPackageVersionId']))).rejects.toThrow("can't be promoted");
  rig.emulator.holdPackaging(false);
  await rig.over(rig.emulator, VERSION, good);
  await rig.promote(String(before['SubscriberPackageVersionId']));
  const bad = await rig.createVersion(packageId, { files, request: { AsyncValidation: true } });

  expect(before).toMatchObject({ ValidatedAsync: true, HasPassedCodeCoverageCheck: false });
  expect(bad).toMatchObject({ Status: 'Error', Package2VersionId: expect.stringMatching(/^05i/) as string });
});

it('does not look at the metadata of a version that skips validation', async () => {
  await using rig = await createPackagingRig();
  const files = {
    'package.xml': packageXml({ CustomField: ['Account.X__c'] }),
    'objects/Account.object':
      '<CustomObject><fields><fullName>X__c</fullName><type>Hologram</type></fields></CustomObject>',
  };

  const made = await rig.createVersion(await rig.createPackage(), { files, request: { SkipValidation: true } });
  const org = rig.emulator.createOrg({ kind: 'scratch' });
  const installed = await rig.install(org, made.Package2Version?.SubscriberPackageVersionId ?? '');

  expect(made).toMatchObject({ Status: 'Success' });
  expect(installed).toMatchObject({ Status: 'ERROR' });
  expect(JSON.stringify(installed['Errors'])).toContain('Hologram');
});

it('installs and uninstalls after the request is answered', async () => {
  await using rig = await createPackagingRig();
  const versionId = await rig.createReleased(await rig.createPackage());
  const org = rig.emulator.createOrg({ kind: 'scratch' });
  const statusOfVersion = async (): Promise<unknown> => {
    const soql = `SELECT InstallValidationStatus FROM SubscriberPackageVersion WHERE Id = '${versionId}'`;
    return (await rig.toolingQuery(org, soql))[0]?.['InstallValidationStatus'];
  };

  await hold(rig, org.org.id, true);
  const install = await rig.request(org, INSTALL, { SubscriberPackageVersionKey: versionId, SecurityType: 'none' });
  const installing = await rig.row(org, INSTALL, install);
  const nothing = await rig.toolingQuery(org, 'SELECT Id FROM InstalledSubscriberPackage');
  await hold(rig, org.org.id, false);
  const installed = await rig.over(org, INSTALL, install);
  await hold(rig, org.org.id, true);
  const uninstall = await rig.request(org, UNINSTALL, { SubscriberPackageVersionId: versionId });
  const queued = await rig.row(org, UNINSTALL, uninstall);
  const validation = await statusOfVersion();
  await hold(rig, org.org.id, 'InProgress');
  await rig.reaches(org, UNINSTALL, uninstall, 'InProgress');
  const still = await rig.toolingQuery(org, 'SELECT Id FROM InstalledSubscriberPackage');
  await hold(rig, org.org.id, false);
  const uninstalled = await rig.over(org, UNINSTALL, uninstall);

  expect([installing, installed].map(({ Status }) => Status)).toEqual(['IN_PROGRESS', 'SUCCESS']);
  expect(nothing).toEqual([]);
  expect([queued, uninstalled].map(({ Status }) => Status)).toEqual(['Queued', 'Success']);
  expect(validation).toBe('UNINSTALL_IN_PROGRESS');
  expect(still).toHaveLength(1);
  expect(await statusOfVersion()).toBe('NO_ERRORS_DETECTED');
});

it('says why a package is not uninstalled', async () => {
  await using rig = await createPackagingRig();
  const versionId = await rig.createReleased(await rig.createPackage());
  const org = rig.emulator.createOrg({ kind: 'scratch' });

  const { Id, Status } = await rig.uninstall(org, versionId);
  const soql = `SELECT Message FROM PackageVersionUninstallRequestError WHERE ParentRequest.Id = '${String(Id)}' ORDER BY Message`;

  expect(Status).toBe('Error');
  expect(await rig.toolingQuery(org, soql)).toMatchObject([
    { Message: expect.stringContaining('is not installed') as string },
  ]);
});

it('fails by a fault that meets it, and waits where the fault lets it not even fail', async () => {
  await using rig = await createPackagingRig();
  const { faults } = rig.emulator;
  const packageId = await rig.createPackage();
  rig.emulator.holdPackaging(true);
  const id = await rig.requestVersion(packageId);

  faults.add({ fault: 'lockRow', object: 'Package2Version', times: 1 });
  rig.emulator.holdPackaging(false);
  const failed = await rig.over(rig.emulator, VERSION, id);
  const soql = `SELECT Message FROM Package2VersionCreateRequestError WHERE ParentRequest.Id = '${id}'`;
  const errors = await rig.toolingQuery(rig.emulator, soql);
  rig.emulator.holdPackaging(true);
  const next = await rig.requestVersion(packageId);
  const lock = faults.add({ fault: 'lockRow', object: VERSION });
  rig.emulator.holdPackaging(false);
  const waiting = await rig.row(rig.emulator, VERSION, next);
  faults.remove(lock);
  rig.emulator.holdPackaging(false);
  const made = await rig.over(rig.emulator, VERSION, next);

  expect(failed).toMatchObject({ Status: 'Error' });
  expect(errors).toMatchObject([{ Message: expect.stringContaining('UNABLE_TO_LOCK_ROW') as string }]);
  expect(waiting).toMatchObject({ Status: 'Queued' });
  expect(made).toMatchObject({ Status: 'Success' });
});

describe('what waited when the process ended', () => {
  it('is taken up again, and the installation key with it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'emulator-'));
    try {
      const ids: Record<string, string> = {};
      let orgId = '';
      {
        await using rig = await createPackagingRig({ data: directory });
        const packageId = await rig.createPackage();
        const made = await rig.createVersion(packageId, { request: { InstallKey: 'open sesame' } });
        const versionId = made.Package2Version?.SubscriberPackageVersionId ?? '';
        const org = rig.emulator.createOrg({ kind: 'scratch' });
        orgId = org.org.id;
        rig.emulator.holdPackaging('InProgress');
        org.holdPackaging(true);
        ids['version'] = await rig.requestVersion(packageId);
        await rig.reaches(rig.emulator, VERSION, ids['version'], 'InProgress');
        const values = { SubscriberPackageVersionKey: versionId, SecurityType: 'none', Password: 'open sesame' };
        ids['install'] = await rig.request(org, INSTALL, values);
      }

      await using rig = await createPackagingRig({ data: directory });
      const org = rig.emulator.orgs.find((each) => each.org.id === orgId) ?? rig.emulator;
      const before = [
        await rig.row(rig.emulator, VERSION, ids['version'] ?? ''),
        await rig.row(org, INSTALL, ids['install'] ?? ''),
      ];
      rig.emulator.holdPackaging(false);
      org.holdPackaging(false);
      const after = [
        await rig.over(rig.emulator, VERSION, ids['version'] ?? ''),
        await rig.over(org, INSTALL, ids['install'] ?? ''),
      ];

      expect(before.map(({ Status }) => Status)).toEqual(['InProgress', 'IN_PROGRESS']);
      expect(after.map(({ Status }) => Status)).toEqual(['Success', 'SUCCESS']);
      expect(before[1]).toMatchObject({ Password: null });
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
