import { expect, it } from 'vitest';
import { createSfProjectRig } from './sf-project-rig.ts';

it('makes, promotes and installs this repository’s own package', { timeout: 240_000 }, async () => {
  await using rig = await createSfProjectRig({ org: { kind: 'production', devHub: true } });
  const customer = rig.emulator.createOrg({ kind: 'production', admin: { username: 'admin@customer.test' } });
  const hub = await rig.logIn(rig.emulator, 'hub');
  await rig.logIn(customer, 'customer');

  const created = await rig.sf(
    'package create --name uman --package-type Managed --path force-app/main --target-dev-hub hub',
  );
  rig.namePackage('uman', (created.result as { Id: string }).Id);
  const version = await rig.sf(
    'package version create --package uman --code-coverage --installation-key-bypass --wait 5 --target-dev-hub hub',
  );
  const id = (version.result as { SubscriberPackageVersionId: string }).SubscriberPackageVersionId;
  const promoted = await rig.sf(`package version promote -p ${id} -v hub --no-prompt`);
  const [listed, reported] = await Promise.all([
    rig.sf('package version list -v hub --released'),
    rig.sf(`package version report -p ${id} -v hub`),
  ]);
  const installed = await rig.sf(
    `package install --package ${id} -o customer --wait 5 --publish-wait 1 --security-type AdminsOnly --no-prompt`,
  );
  const [list, assigned] = await Promise.all([
    rig.sf('package installed list -o customer'),
    rig.sf('org assign permset -n uman__uman_Viewer -o customer'),
  ]);

  expect(hub.result).toMatchObject({ isDevHub: true });
  expect(created.result).toMatchObject({ Id: expect.stringMatching(/^0Ho/) as string });
  expect(version.result).toMatchObject({ Status: 'Success', VersionNumber: '0.1.0.1', Error: [] });
  expect(promoted.result).toMatchObject({ success: true });
  expect(listed.result).toMatchObject([{ SubscriberPackageVersionId: id, Version: '0.1.0.1', IsReleased: true }]);
  expect(reported.result).toMatchObject({ SubscriberPackageVersionId: id, IsReleased: true, PackageType: 'Managed' });
  expect(installed.result).toMatchObject({ Status: 'SUCCESS' });
  expect(list.result).toMatchObject([
    { SubscriberPackageNamespace: 'uman', SubscriberPackageVersionNumber: '0.1.0.1' },
  ]);
  expect(assigned.result).toMatchObject({ failures: [], successes: [{ name: 'admin@customer.test' }] });
  expect(customer.count('uman__Write__c')).toBe(0);
});
