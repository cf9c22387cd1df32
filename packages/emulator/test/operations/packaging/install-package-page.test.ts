import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { EmulatedOrg } from '../../../src/index.ts';
import { createPackagingRig, type PackagingRig } from '../../packaging/packaging-rig.ts';

/** A person at the page of one version: fills in forms, follows redirects, keeps the cookie, waits where the page asks to. */
function browser(rig: PackagingRig, versionId: string, { patient = true } = {}) {
  const start = `/packaging/installPackage.apexp?p0=${versionId}`;
  let cookie = '';
  const visit = async (path: string, form?: Record<string, string>): Promise<{ status: number; text: string }> => {
    const answer = await fetch(rig.emulator.url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(form && { body: new URLSearchParams(form) }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const location = answer.headers.get('location');
    const text = await answer.text();
    if (answer.headers.has('refresh') && patient) {
      await delay(5);
      return visit(path);
    }
    return location === null ? { status: answer.status, text } : visit(location);
  };
  return { open: (more = '') => visit(start + more), submit: (form: Record<string, string>) => visit(start, form) };
}

const credentials = ({ admin }: EmulatedOrg): Record<string, string> => ({
  username: admin.username,
  password: admin.password,
});

describe('the installation page', () => {
  it('logs in, says what is installed, installs it and says so', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'production', admin: { username: 'admin@customer.test' } });
    const person = browser(rig, id);

    const login = await person.open();
    const offer = await person.submit(credentials(org));
    const done = await person.submit({ security: 'none' });
    const again = await person.open();

    expect(login.text).toContain('name="password"');
    expect(offer.text).toContain('Install Regions');
    expect(offer.text).toContain('1.0.0.1');
    expect(done.text).toContain('Installation Complete!');
    expect(again.text).toContain('Upgrade Regions');
    expect(org.count('acme__Region__c')).toBe(0);
  });

  it('takes everything from a script at once', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'production', admin: { username: 'admin@customer.test' } });

    const done = await browser(rig, id).submit({ ...credentials(org), security: 'full' });

    expect(done.text).toContain('Installation Complete!');
  });

  it('says that the installation goes on, until it is over', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'production', admin: { username: 'admin@customer.test' } });
    const person = browser(rig, id, { patient: false });

    org.holdPackaging(true);
    const waiting = await person.submit({ ...credentials(org), security: 'none' });
    org.holdPackaging(false);
    const [request] = await rig.toolingQuery(org, 'SELECT Id FROM PackageInstallRequest');
    await rig.over(org, 'PackageInstallRequest', String(request?.['Id']));
    const done = await person.open(`&request=${String(request?.['Id'])}`);

    expect(waiting.text).toContain('is being installed');
    expect(done.text).toContain('Installation Complete!');
  });

  it('installs for profiles that are chosen one by one', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'scratch' });
    const { profileId } = org.cloneProfile({ name: 'Sales Rep', from: 'Standard User' });
    org.cloneProfile({ name: 'Support', from: 'Standard User' });
    const person = browser(rig, id);

    const offer = await person.submit(credentials(org));
    const nobody = await person.submit({ security: 'custom' });
    const done = await person.submit({ security: 'custom', [`profile-${profileId}`]: 'full' });
    const granted = org.records('ObjectPermissions').filter(({ SobjectType }) => SobjectType === 'acme__Region__c');
    const requests = await rig.toolingQuery(org, 'SELECT SecurityType FROM PackageInstallRequest');

    expect(offer.text).toContain('Sales Rep');
    expect(nobody.status).toBe(400);
    expect(done.text).toContain('Installation Complete!');
    expect(granted).toHaveLength(2);
    expect(requests).toMatchObject([{ SecurityType: 'custom' }]);
  });

  it('says why nothing was installed', async () => {
    await using rig = await createPackagingRig();
    const { Package2Version: beta } = await rig.createVersion(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'production', admin: { username: 'admin@customer.test' } });
    const person = browser(rig, beta?.SubscriberPackageVersionId ?? '');

    const failed = await person.submit({ ...credentials(org), security: 'none' });

    expect(failed.text).toContain('Installation Failed');
    expect(failed.text).toContain('BETA_INSTALL_INTO_PRODUCTION_ORG');
  });

  it('asks for the installation key before it says what is installed', async () => {
    await using rig = await createPackagingRig();
    const request = { InstallKey: "it's \\ secret" };
    const { Package2Version: version } = await rig.createVersion(await rig.createPackage(), { request });
    const org = rig.emulator.createOrg({ kind: 'scratch' });
    const person = browser(rig, version?.SubscriberPackageVersionId ?? '');

    const first = await person.submit(credentials(org));
    const wrong = await person.submit({ installKey: 'wrong' });
    const without = await person.submit({ security: 'none' });
    const offer = await person.submit({ installKey: "it's \\ secret" });
    const right = await person.submit({ security: 'none', installKey: "it's \\ secret" });

    expect(first.text).toContain('name="installKey"');
    for (const { status, text } of [wrong, without]) {
      expect(status).toBe(400);
      expect(text).toContain('incorrect');
    }
    for (const { text } of [first, wrong, without]) expect(text).not.toContain('Regions');
    expect(offer).toMatchObject({ status: 200, text: expect.stringContaining('Install Regions') as string });
    expect(right.text).toContain('Installation Complete!');
  });

  it('refuses wrong passwords, unknown versions and ordinary users', async () => {
    await using rig = await createPackagingRig();
    const id = await rig.createReleased(await rig.createPackage());
    const org = rig.emulator.createOrg({ kind: 'scratch' });
    org.createUser({ username: 'clerk@customer.test', password: 'secret-1', profile: 'Standard User' });
    const clerk = { username: 'clerk@customer.test', password: 'secret-1' };

    const wrong = await browser(rig, id).submit({ ...credentials(org), password: 'wrong' });
    const unknown = await browser(rig, '04t000000000001AAA').submit({ ...credentials(org), security: 'none' });
    const ordinary = await browser(rig, id).submit({ ...clerk, security: 'none' });

    expect([wrong, unknown, ordinary].map(({ status }) => status)).toEqual([400, 404, 403]);
  });
});
