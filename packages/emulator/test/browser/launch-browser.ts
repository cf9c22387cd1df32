import { setTimeout as delay } from 'node:timers/promises';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Why a suite that needs a browser was skipped. */
export const WITHOUT_BROWSER = 'skipped: install Chrome to run it here';

/** The Chromium of a package on Linux x64, elsewhere the Chrome that is installed; undefined where there is none. */
export async function launchBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') return launchBundled();
  try {
    return await chromium.launch({ channel: 'chrome' });
  } catch (error) {
    process.stdout.write(`No Chrome: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

/** Not the package's own list: that takes away what these tests look at, such as the rules between sites. */
const ARGUMENTS = ['--no-sandbox', '--headless=shell', '--disable-gpu'];

/** Another process may be unpacking it to the same place, so that it cannot start yet. */
async function launchBundled(): Promise<Browser> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.launch({ executablePath: await bundled.executablePath(), args: ARGUMENTS });
    } catch (error) {
      if (attempt === 10) throw error;
      await delay(1000);
    }
  }
}

/** As narrow as a small phone. */
const PHONE = { width: 360, height: 740 } as const;

/** Of pages that are refusals, and of tests that are faster with the first field than the browser. */
const EXPECTED = /^Failed to load resource: the server responded with a status of|^Autofocus processing was blocked/;

/** A page of a browser that knows nothing yet, and what happened in it. */
export interface Tab extends AsyncDisposable {
  readonly page: Page;
  /** Hosts that it asked for anything. */
  hosts(): readonly string[];
  /** What a page on a phone must not do: be wider than it, run a script, say something to the console. */
  complaints(): Promise<readonly string[]>;
}

export async function openTab(browser: Browser): Promise<Tab> {
  const context = await browser.newContext({ viewport: PHONE });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const hosts = new Set<string>();
  const said: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('console', (message) => said.push(message.text()));
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    page,
    hosts: () => [...hosts],
    async complaints() {
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      const scripts = await page.locator('script').count();
      return [
        ...said.filter((text) => !EXPECTED.test(text)),
        ...(width > PHONE.width ? [`${width} pixels wide`] : []),
        ...(scripts > 0 ? [`${scripts} scripts`] : []),
      ];
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}
