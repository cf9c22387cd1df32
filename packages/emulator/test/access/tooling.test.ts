import { expect, it } from 'vitest';
import { createAccessRig } from './access-rig.ts';

const install = { SubscriberPackageVersionKey: '04t000000000001AAA' };
const query = (soql: string): string => `/tooling/query?q=${encodeURIComponent(soql)}`;
const names = (body: unknown): string[] => (body as { sobjects: { name: string }[] }).sobjects.map(({ name }) => name);

it('the Tooling API has no packages for a user who may not download them', async () => {
  await using rig = await createAccessRig({});
  const user = rig.user({ profile: 'Standard User' });

  const global = await user.call('GET', '/tooling/sobjects');
  const installed = await user.call('GET', query('SELECT Id FROM InstalledSubscriberPackage'));
  const version = await user.call('GET', query(`SELECT Id FROM SubscriberPackageVersion WHERE Name = 'x'`));
  const installing = await user.call('POST', '/tooling/sobjects/PackageInstallRequest', install);
  const described = await user.call('GET', '/tooling/sobjects/PackageInstallRequest/describe');
  const ofAdministrator = await rig.call('GET', '/tooling/sobjects');

  expect(names(global.body)).not.toContain('PackageInstallRequest');
  expect(names(global.body)).toContain('User');
  for (const { status, body } of [installed, version]) {
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode: 'INVALID_TYPE', message: expect.stringContaining('is not supported') }]);
  }
  expect([installing.status, described.status]).toEqual([404, 404]);
  expect(names(ofAdministrator.body)).toContain('PackageInstallRequest');
});

it('the Tooling API shows setup as the data API does', async () => {
  await using rig = await createAccessRig({});
  const user = rig.user();

  const sets = await user.call('GET', query('SELECT Id, Name FROM PermissionSet'));
  const set = await user.call(
    'GET',
    `/tooling/sobjects/PermissionSet/${String(rig.emulator.records('PermissionSet')[0]?.['Id'])}`,
  );
  const profiles = await user.call('GET', query('SELECT Id FROM Profile'));

  expect(sets.status).toBe(400);
  expect(sets.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  expect(set.status).toBe(404);
  expect(profiles.status).toBe(200);
});
