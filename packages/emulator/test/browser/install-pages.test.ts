import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatedOrg } from '../../src/index.ts';
import { createPackagingRig, type PackagingRig } from '../packaging/packaging-rig.ts';
import { startAnotherSite } from './another-site.ts';
import { launchBrowser, openTab, WITHOUT_BROWSER, type Tab } from './launch-browser.ts';

const browser = await launchBrowser();

describe.skipIf(browser === undefined)(`the installation page in a browser (${WITHOUT_BROWSER})`, () => {
  let rig: PackagingRig;
  let beta: string;
  beforeAll(async () => {
    rig = await createPackagingRig();
    const request = { InstallKey: 'open sesame' };
    const { Package2Version } = await rig.createVersion(await rig.createPackage(), { request });
    beta = Package2Version?.SubscriberPackageVersionId ?? '';
  });
  afterAll(async () => {
    await rig[Symbol.asyncDispose]();
    await browser?.close();
  });

  const urlOf = (versionId: string) => `${rig.emulator.url}/packaging/installPackage.apexp?p0=${versionId}`;

  async function logIn(page: Page, { admin }: Pick<EmulatedOrg, 'admin'>): Promise<void> {
    await page.getByLabel('Username').fill(admin.username);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Log In' }).click();
  }

  /** A browser that is logged in to an org and offered a version, or asked for its key. */
  async function openOffer(org: EmulatedOrg, versionId: string): Promise<Tab> {
    const tab = await openTab(browser!);
    await tab.page.goto(urlOf(versionId));
    await logIn(tab.page, org);
    return tab;
  }

  async function giveKey(page: Page, key = 'open sesame'): Promise<void> {
    await page.getByLabel('Installation key').fill(key);
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  const textOf = (page: Page) => page.locator('main').innerText();

  it('asks for the key, and again, names what is installed where, and installs it', async () => {
    const org = rig.emulator.createOrg({ kind: 'scratch', name: 'Customer' });
    await using tab = await openOffer(org, beta);
    const { page } = tab;

    const first = await textOf(page);
    await giveKey(page, 'wrong');
    const refused = await page.getByRole('alert').textContent();
    await giveKey(page);
    const offer = await textOf(page);
    await page.getByRole('group', { name: 'Who gets access?' }).getByLabel('Install for All Users').check();
    const complaints = await tab.complaints();
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByRole('heading', { name: 'Installation Complete!' }).waitFor();
    const done = await page.getByRole('status').textContent();
    await page.goto(urlOf(beta));
    await giveKey(page);

    for (const words of ['Customer', 'Regions', 'Emulated Org', '1.0.0.1', org.admin.username]) {
      expect(offer).toContain(words);
    }
    expect(refused).toContain('installation key');
    expect(first).not.toContain('Regions');
    expect(complaints).toEqual([]);
    expect(done).toContain('is installed in this org');
    expect(org.count('acme__Region__c')).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Upgrade Regions');
  });

  it('shows that an installation goes on, and how it ends without being asked again', async () => {
    const org = rig.emulator.createOrg({ kind: 'scratch', name: 'Slow' });
    await using tab = await openOffer(org, beta);
    const { page } = tab;

    org.holdPackaging(true);
    await giveKey(page);
    await page.getByRole('button', { name: 'Install' }).click();
    const waiting = await page.getByRole('status').textContent();
    const complaints = await tab.complaints();
    org.holdPackaging(false);
    await page.getByRole('heading', { name: 'Installation Complete!' }).waitFor();

    expect(waiting).toContain('is being installed');
    expect(complaints).toEqual([]);
  });

  it('offers the profiles of the org, once they are wanted', async () => {
    const org = rig.emulator.createOrg({ kind: 'scratch', name: 'Profiles' });
    org.cloneProfile({ name: 'Sales Rep', from: 'Standard User' });
    const { profileId } = org.cloneProfile({ name: 'Support <b>', from: 'Standard User' });
    await using tab = await openOffer(org, beta);
    const { page } = tab;
    const profile = page.getByLabel('Support <b>');

    await giveKey(page);
    const hidden = await profile.isVisible();
    await page.getByLabel('Install for Specific Profiles…').check();
    await profile.check();
    const complaints = await tab.complaints();
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByRole('heading', { name: 'Installation Complete!' }).waitFor();
    const sets = org.records('PermissionSet').filter(({ ProfileId }) => ProfileId === profileId);
    const granted = org.records('ObjectPermissions').filter(({ ParentId }) => ParentId === sets[0]?.['Id']);

    expect(hidden).toBe(false);
    expect(complaints).toEqual([]);
    expect(granted.map(({ SobjectType }) => SobjectType)).toContain('acme__Region__c');
  });

  it('lets somebody else log in, to another org', async () => {
    const [first, second] = [
      rig.emulator.createOrg({ kind: 'scratch', name: 'First' }),
      rig.emulator.createOrg({ kind: 'scratch', name: 'Second' }),
    ];
    await using tab = await openOffer(first, beta);

    await tab.page.getByRole('link', { name: 'Log in as someone else' }).click();
    await logIn(tab.page, second);

    expect(await textOf(tab.page)).toContain('Second');
    expect(await textOf(tab.page)).toContain(second.admin.username);
  });

  it('shows why an installation failed', async () => {
    const org = rig.emulator.createOrg({ kind: 'production', name: 'Live' });
    await using tab = await openOffer(org, beta);

    await giveKey(tab.page);
    await tab.page.getByRole('button', { name: 'Install' }).click();
    await tab.page.getByRole('heading', { name: 'Installation Failed' }).waitFor();

    expect(await textOf(tab.page)).toContain('Installation Failed');
    expect(await textOf(tab.page)).toContain('BETA_INSTALL_INTO_PRODUCTION_ORG');
    expect(await tab.complaints()).toEqual([]);
  });

  it('shows names of packages as text, whatever they look like', async () => {
    const Name = `<img src=x onerror="alert(1)">${'Wide'.repeat(40)}`;
    const id = await rig.createReleased(await rig.createPackage({ Name, NamespacePrefix: 'wide' }));
    await using tab = await openOffer(rig.emulator.createOrg({ kind: 'scratch' }), id);

    expect(await tab.page.getByRole('heading', { level: 1 }).textContent()).toBe(`Install ${Name}`);
    expect(await tab.complaints()).toEqual([]);
  });

  it('installs nothing that the page of another site sends, and shows itself in no frame', async () => {
    const id = await rig.createReleased(await rig.createPackage({ Name: 'Plain', NamespacePrefix: 'plain' }));
    const org = rig.emulator.createOrg({ kind: 'scratch' });
    await using tab = await openOffer(org, id);
    await using site = await startAnotherSite(
      `<form method="post" action="${urlOf(id)}"><input name="security" value="full"><button>Win</button></form>
       <iframe src="${urlOf(id)}"></iframe>`,
    );

    await tab.page.goto(site.url);
    const framed = tab.page.frames()[1]?.url();
    await tab.page.getByRole('button', { name: 'Win' }).click();
    const answer = await tab.page.getByRole('alert').textContent();

    expect(framed).toMatch(/^chrome-error:/);
    expect(answer).toContain('another site');
    expect(() => org.count('plain__Region__c')).toThrow('plain__Region__c');
  });
});
