import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, type OAuthRig } from '../operations/oauth/oauth-rig.ts';
import { startAnotherSite, type AnotherSite } from './another-site.ts';
import { launchBrowser, openTab, WITHOUT_BROWSER, type Tab } from './launch-browser.ts';

const browser = await launchBrowser();

describe.skipIf(browser === undefined)(`login and approval in a browser (${WITHOUT_BROWSER})`, () => {
  let rig: OAuthRig;
  let app: AnotherSite;
  beforeAll(async () => {
    rig = await createOAuthRig();
    app = await startAnotherSite('the app');
    rig.emulator.registerApp({ name: 'uman', redirectUris: [app.url], clientId: rig.app.clientId });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await rig.emulator.close();
    await browser?.close();
  });

  /** A browser at an authorization URL. */
  async function openAt(changes: Parameters<OAuthRig['authorizationUrl']>[0] = {}): Promise<Tab> {
    const tab = await openTab(browser!);
    await tab.page.goto(rig.authorizationUrl({ prompt: 'consent', redirect_uri: app.url, ...changes }));
    return tab;
  }

  async function logIn(page: Page, password = rig.emulator.admin.password): Promise<void> {
    await page.getByLabel('Username').fill(rig.emulator.admin.username);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log In' }).click();
  }

  it('refuses a wrong password, takes the right one, asks for approval, and goes back to the app', async () => {
    await using tab = await openAt();
    const { page } = tab;

    await logIn(page, 'wrong');
    const refusal = await page.getByRole('alert').textContent();
    const described = await page.getByLabel('Password').getAttribute('aria-describedby');
    const kept = await page.getByLabel('Username').inputValue();
    await logIn(page);
    const asked = await page.getByRole('heading', { level: 1 }).textContent();
    const scopes = await page.getByRole('listitem').allTextContents();
    const complaints = await tab.complaints();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${app.url}?**`);
    const { searchParams } = new URL(page.url());

    expect(refusal).toContain('check your username and password');
    expect(described).toBe('problem');
    expect(kept).toBe(rig.emulator.admin.username);
    expect(asked).toBe('Allow Access?');
    expect(scopes).toContain('Perform requests at any time');
    expect(complaints).toEqual([]);
    expect(searchParams.get('state')).toBe('the state');
    expect((await rig.redeem(searchParams.get('code') ?? '', { redirect_uri: app.url })).status).toBe(200);
    expect(tab.hosts()).toEqual([new URL(rig.emulator.url).host, new URL(app.url).host]);
  });

  it('goes back with access_denied when the user denies', async () => {
    await using tab = await openAt();

    await logIn(tab.page);
    await tab.page.getByRole('button', { name: 'Deny' }).click();
    await tab.page.waitForURL(`${app.url}?**`);

    expect(Object.fromEntries(new URL(tab.page.url()).searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'end-user denied authorization',
      state: 'the state',
    });
  });

  it('can be gone through by keyboard alone', async () => {
    await using tab = await openAt();
    const { keyboard } = tab.page;
    await tab.page.locator('#username:focus').waitFor();

    await keyboard.type(rig.emulator.admin.username);
    await keyboard.press('Tab');
    await keyboard.type(rig.emulator.admin.password);
    await keyboard.press('Enter');
    await tab.page.getByRole('heading', { name: 'Allow Access?' }).waitFor();
    const focused: unknown[] = [];
    for (const _ of ['deny', 'allow']) {
      await keyboard.press('Tab');
      focused.push(await tab.page.evaluate('document.activeElement.value'));
    }
    await keyboard.press('Space');
    await tab.page.waitForURL(`${app.url}?**`);

    expect(focused).toEqual(['deny', 'allow']);
    expect(new URL(tab.page.url()).searchParams.get('code')).toMatch(/^aPrx/);
  });

  it('begins at the password for the user that the app named, who has accessible names and a language', async () => {
    await using tab = await openAt({ login_hint: 'jane@uman.test' });

    await tab.page.locator('#password:focus').waitFor();
    const tree = await tab.page.locator('body').ariaSnapshot();

    expect(await tab.page.locator('html').getAttribute('lang')).toBe('en');
    expect(tree).toContain('textbox "Username": jane@uman.test');
    expect(tree).toContain('textbox "Password"');
    expect(tree).toContain('button "Log In"');
    expect(tree).toContain('no place for real data');
  });

  it('shows names, hints and states as text, whatever they look like', async () => {
    const hostile = `"><img src=x onerror="alert(1)"><script>alert(2)</script>${'Wide'.repeat(60)}`;
    const client = rig.emulator.registerApp({ name: hostile, redirectUris: [app.url] });
    await using tab = await openAt({ client_id: client.clientId, login_hint: hostile, state: hostile });
    const { page } = tab;

    const [title, named] = [await page.title(), await page.locator('strong').textContent()];
    const [hinted, atLogin] = [await page.getByLabel('Username').inputValue(), await tab.complaints()];
    await logIn(page);
    const [asking, atApproval] = [await page.locator('strong').textContent(), await tab.complaints()];
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${app.url}?**`);

    expect([title, named, asking]).toEqual(['Login | Salesforce', hostile, hostile]);
    expect(hinted).toBe(hostile);
    expect([...atLogin, ...atApproval]).toEqual([]);
    expect(new URL(page.url()).searchParams.get('state')).toBe(hostile);
  });

  it('ends on an error page for an app that is unknown, and for one that this user may not use', async () => {
    const jane = { username: 'jane@uman.test', password: 'jane-1', profile: 'Standard User' };
    rig.emulator.createUser(jane);
    const client = rig.emulator.registerApp({ name: 'other', redirectUris: [app.url], installed: false });

    await using unknown = await openAt({ client_id: '<script>alert(1)</script>' });
    await using refused = await openAt({ client_id: client.clientId });
    await refused.page.getByLabel('Username').fill(jane.username);
    await refused.page.getByLabel('Password').fill(jane.password);
    await refused.page.getByRole('button', { name: 'Log In' }).click();

    expect(await unknown.page.locator('main').textContent()).toContain('invalid_client_id');
    expect(await refused.page.locator('main').textContent()).toContain('OAUTH_APPROVAL_ERROR_GENERIC');
    expect(new URL(refused.page.url()).pathname).toBe('/setup/secur/RemoteAccessErrorPage.apexp');
    expect([...(await unknown.complaints()), ...(await refused.complaints())]).toEqual([]);
  });

  it('tells the app that it is blocked', async () => {
    const client = rig.emulator.registerApp({ name: 'blocked', redirectUris: [app.url], blocked: true });
    await using tab = await openAt({ client_id: client.clientId });

    await logIn(tab.page);
    await tab.page.waitForURL(`${app.url}?**`);

    expect(new URL(tab.page.url()).searchParams.get('error')).toBe('OAUTH_APP_BLOCKED');
  });

  it('says in a page what is not emulated', async () => {
    await using tab = await openAt({ response_type: 'token' });

    expect(await tab.page.locator('code').textContent()).toContain('NOT_EMULATED GET /services/oauth2/authorize');
  });
});
