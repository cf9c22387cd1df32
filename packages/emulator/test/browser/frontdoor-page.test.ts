import { afterAll, describe, expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';
import { launchBrowser, openTab, WITHOUT_BROWSER } from './launch-browser.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

describe.skipIf(browser === undefined)(`the front door in a browser (${WITHOUT_BROWSER})`, () => {
  it('logs in, and says that there is no page of Salesforce behind it; the address works once', async () => {
    await using rig = await createEmulatorRig();
    const { body } = await rig.call('GET', '/services/oauth2/singleaccess?redirect_uri=/lightning/page/home');
    const { frontdoor_uri: address } = body as { frontdoor_uri: string };
    await using tab = await openTab(browser!);
    const { page } = tab;

    const first = await page.goto(address);
    const [text, complaints] = [await page.locator('main').innerText(), await tab.complaints()];
    const cookies = await page.context().cookies();
    await page.goto(address);

    expect(first?.status()).toBe(501);
    expect(text).toContain('NOT_EMULATED GET /lightning/page/home');
    expect(complaints).toEqual([]);
    expect(cookies).toMatchObject([{ name: 'sid', httpOnly: true, sameSite: 'Lax' }]);
    expect(await page.getByRole('alert').textContent()).toContain('used before');
  });
});
