import { randomUUID } from 'node:crypto';
import { onTestFinished, TestRunner } from 'vitest';
import { createOrgClient, type OrgClient, type OrgClientOptions, RequestInvalidError } from '../../src/index.ts';
import { anEmulatedOrg } from '../build/an-org.ts';
import { createAnsweringServer } from '../build/answering-server.ts';
import { testOrgConfig } from './config.ts';
import { createdRecords, deleteRecords } from './created-records.ts';
import { type OrgSession, sessionOf } from './session-of.ts';

/** An org for one test: a real one where `SALESFORCE_TEST_*` names it, otherwise an emulated one of the test's own. */
export interface AnyOrg {
  readonly org: OrgClient;
  /** Another client of the same org. */
  readonly another: (options?: Partial<OrgClientOptions>) => OrgClient;
  /** A name that no other record has: an org may hold any others. */
  readonly unique: (name: string) => string;
}

export interface TestOrgNeeds {
  /** API names of objects without which there is nothing to test. @default none */
  readonly objects?: readonly string[];
}

/** Everything that is created through it is deleted when the test is over, whatever became of it. */
export async function openTestOrg({ objects = [] }: TestOrgNeeds = {}): Promise<AnyOrg> {
  const config = testOrgConfig();
  const suffix = randomUUID().slice(0, 8);
  const unique = (name: string): string => `${name} ${suffix}`;
  if (config === undefined) {
    const { org, another } = await anEmulatedOrg();
    return { org, another, unique };
  }
  const session = await sessionOf(config);
  const server = await createAnsweringServer(session.instanceUrl);
  const exchanges = server.record();
  onTestFinished(async () => {
    await server.close();
    await deleteRecords(createdRecords(exchanges), session);
  });
  const another = (options: Partial<OrgClientOptions> = {}): OrgClient =>
    createOrgClient({
      instanceUrl: server.url,
      accessToken: async () => session.accessToken,
      packageNamespace: config.namespace,
      ...options,
    });
  const org = another();
  for (const object of objects) await skipWithout(object, { org, session });
  return { org, another, unique };
}

async function skipWithout(
  object: string,
  { org, session }: { readonly org: OrgClient; readonly session: OrgSession },
): Promise<void> {
  try {
    await org.metadata.describe(object);
  } catch (error) {
    if (!(error instanceof RequestInvalidError)) throw error;
    TestRunner.getCurrentTest()?.context.skip(`${session.instanceUrl} has no ${object} that this user sees`);
  }
}
