import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { EmulatedOrg, Emulator } from '../../src/index.ts';
import { createSfProjectRig, type SfProjectRig } from './sf-project-rig.ts';

/** Until the CLI has asked for something. @param since how many requests of it are known */
async function isAsked(org: EmulatedOrg, path: string, since = 0): Promise<void> {
  while (timesAsked(org, path) <= since) await delay(20);
}

const timesAsked = (org: EmulatedOrg, path: string): number => org.requests({ method: 'GET', path }).length;

async function createHub(): Promise<{ rig: SfProjectRig; customer: EmulatedOrg }> {
  const rig = await createSfProjectRig({ org: { kind: 'production', devHub: true } });
  const customer = rig.emulator.createOrg({ kind: 'scratch', admin: { username: 'admin@customer.test' } });
  // One after the other: the first log-in of a home writes the key that the CLI keeps its logins with.
  await rig.logIn(rig.emulator, 'hub');
  await rig.logIn(customer, 'customer');
  return { rig, customer };
}

async function createPackage(emulator: Emulator): Promise<string> {
  const { accessToken, instanceUrl } = emulator.issueSession();
  const response = await fetch(`${instanceUrl}/services/data/v66.0/tooling/sobjects/Package2`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ Name: 'uman', NamespacePrefix: 'uman', ContainerOptions: 'Managed' }),
  });
  return ((await response.json()) as { id: string }).id;
}

it('waits for versions, installations and uninstallations that take their time', { timeout: 240_000 }, async () => {
  const { rig, customer } = await createHub();
  await using _ = rig;
  const { emulator } = rig;
  rig.namePackage('uman', await createPackage(emulator));
  const versionCreate = 'package version create --package uman -v hub';

  emulator.holdPackaging(true);
  const queued = await rig.sf(`${versionCreate} --code-coverage --installation-key secret`);
  const { Id: requestId } = queued.result as { Id: string };
  const before = timesAsked(emulator, 'Package2VersionCreateRequest');
  const waiting = rig.sf(`${versionCreate} --skip-validation --installation-key-bypass --wait 1`);
  await isAsked(emulator, 'Package2VersionCreateRequest', before);
  const [reported, listed] = await Promise.all([
    rig.sf(`package version create report -i ${requestId} -v hub`),
    rig.sf('package version create list --status Queued -v hub'),
  ]);
  emulator.holdPackaging(false);
  const waited = (await waiting).result as { Status: string; SubscriberPackageVersionId: string };
  const [made] = (await rig.sf(`package version create report -i ${requestId} -v hub`)).result as {
    Status: string;
    SubscriberPackageVersionId: string;
  }[];
  const versionId = made?.SubscriberPackageVersionId ?? '';

  expect(queued.result).toMatchObject({ Status: 'Queued', SubscriberPackageVersionId: null });
  expect(reported.result).toMatchObject([{ Id: requestId, Status: 'Queued' }]);
  expect(listed.result).toHaveLength(2);
  expect(waited).toMatchObject({ Status: 'Success', VersionNumber: '0.1.0.2' });
  expect(made).toMatchObject({ Status: 'Success', VersionNumber: '0.1.0.1' });

  customer.holdPackaging(true);
  const installing = rig.sf(
    `package install --package ${versionId} -k secret -o customer --wait 1 --security-type AllUsers --no-prompt`,
  );
  const [updated, deleted] = await Promise.all([
    rig.sf(`package version update -p ${versionId} -v hub --tag abc --version-name Renamed`),
    rig.sf(`package version delete -p ${waited.SubscriberPackageVersionId} -v hub --no-prompt`),
  ]);
  await isAsked(customer, '/PackageInstallRequest/');
  const installId = customer
    .requests({ method: 'GET', path: '/PackageInstallRequest/' })[0]
    ?.path.split('?')[0]
    ?.split('/')
    .at(-1);
  const [inProgress, versions] = await Promise.all([
    rig.sf(`package install report -i ${installId} -o customer`),
    rig.sf('package version list -v hub'),
  ]);
  customer.holdPackaging(false);
  const installed = await installing;

  expect(updated.result).toMatchObject({ success: true });
  expect(deleted.result).toMatchObject({ success: true, id: waited.SubscriberPackageVersionId });
  expect(versions.result).toMatchObject([{ SubscriberPackageVersionId: versionId, Tag: 'abc', Name: 'Renamed' }]);
  expect(inProgress.result).toMatchObject({ Status: 'IN_PROGRESS', Password: null });
  expect(installed.result).toMatchObject({ Status: 'SUCCESS', Errors: null });

  customer.holdPackaging('InProgress');
  const uninstalling = await rig.sf(`package uninstall --package ${versionId} -o customer`);
  const { Id: uninstallId } = uninstalling.result as { Id: string };
  customer.holdPackaging(false);
  const uninstalled = await rig.sf(`package uninstall report -i ${uninstallId} -o customer`);

  expect(uninstalling.result).toMatchObject({ Status: expect.stringMatching(/^(?:Queued|InProgress)$/) as string });
  expect(uninstalled.result).toMatchObject({ Status: 'Success' });
  expect(() => customer.count('uman__Write__c')).toThrow('uman__Write__c');
});
