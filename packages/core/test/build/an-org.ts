import { fileURLToPath } from 'node:url';
import { createEmulator, type Emulator, type EmulatorOptions } from '@uman/emulator';
import { onTestFinished, TestRunner } from 'vitest';
import { createOrgClient, type OrgClient, type OrgClientOptions } from '../../src/index.ts';
import { testOrgConfig } from '../org/config.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The package as an org installs it, and the objects that a customer may have. */
export const uman = { directory: folder('../../../../force-app/main'), namespace: 'uman' };
export const customer = { directory: folder('../metadata') };
/** What an org may have that keeps why its deals are lost. */
export const lossReasons = { directory: folder('../metadata-deals') };

export interface TestOrg {
  readonly emulator: Emulator;
  readonly org: OrgClient;
  /** Another client of the same org, as another process would have. */
  readonly another: (options?: Partial<OrgClientOptions>) => OrgClient;
}

/**
 * An emulated org of the test's own, gone when the test is. Where `SALESFORCE_TEST_*` names a real org the test is skipped: it
 * looks into the org from outside, or breaks it. Tests for any org begin with `openTestOrg`.
 */
export async function anOrg(options: EmulatorOptions = {}): Promise<TestOrg> {
  if (testOrgConfig() !== undefined) {
    TestRunner.getCurrentTest()?.context.skip('needs the emulator: it looks into the org from outside, or breaks it');
  }
  return anEmulatedOrg(options);
}

export async function anEmulatedOrg(options: EmulatorOptions = {}): Promise<TestOrg> {
  const emulator = await createEmulator({ install: [uman, customer], ...options });
  onTestFinished(async () => emulator.close());
  return toTestOrg(emulator);
}

export function toTestOrg(emulator: Emulator): TestOrg {
  const another = (further: Partial<OrgClientOptions> = {}): OrgClient => {
    const { accessToken, instanceUrl } = emulator.issueSession();
    return createOrgClient({ instanceUrl, accessToken: async () => accessToken, ...further });
  };
  return { emulator, org: another(), another };
}

/** What a rejected promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => error,
  );
}
