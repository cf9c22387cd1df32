import { createEmulator } from '@uman/emulator';
import { afterAll, beforeAll } from 'vitest';
import { createOrgClient, type OrgClient } from '../../src/index.ts';
import { anOrg, customer, lossReasons, type TestOrg, toTestOrg, uman } from './an-org.ts';
import { deployRecordTypes, deployStages, type StageXml } from './sales-processes.ts';

export const stages: readonly StageXml[] = [
  { name: 'Prospecting', probability: 10 },
  { name: 'Trial', label: 'Trial & proof', probability: 40 },
  { name: 'Offer', probability: 60 },
  { name: 'Renewing', probability: 80 },
  { name: 'Old', isActive: false },
  { name: 'Closed Won', probability: 100, closes: 'won' },
  { name: 'Closed Lost', probability: 0, closes: 'lost' },
];

export const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31', Amount: 5000 } as const;

/** As `aSalesOrg`, one for all tests of a file: each has deals of its own, and time only goes on. */
export function oneSalesOrg(): () => TestOrg {
  let test: TestOrg | undefined;
  beforeAll(async () => {
    test = toTestOrg(await createEmulator(OPTIONS));
    prepare(test);
  });
  afterAll(async () => test?.emulator.close());
  return () => {
    if (test === undefined) throw new Error('The org is there when the first test begins.');
    return test;
  };
}

/** An org with two pipelines, whose clock stands still but where something waits. */
export async function aSalesOrg(): Promise<TestOrg> {
  const test = await anOrg(OPTIONS);
  prepare(test);
  return test;
}

const OPTIONS = { install: [uman, customer, lossReasons] };

function prepare({ emulator }: TestOrg): void {
  deployStages(emulator, stages);
  deployRecordTypes(emulator, [
    { name: 'Enterprise', stages: ['Prospecting', 'Trial', 'Offer', 'Closed Won', 'Closed Lost'] },
    { name: 'Renewal', stages: ['Renewing', 'Closed Won', 'Closed Lost'] },
  ]);
  emulator.time.set(emulator.time.now(), { frozen: true });
}

/** A deal that nobody has touched for an hour. */
export async function aDeal(
  test: TestOrg,
  {
    pipeline = 'Enterprise',
    ...fields
  }: Partial<Omit<typeof deal, 'StageName'>> & { StageName?: string; pipeline?: string } = {},
): Promise<string> {
  const { id } = await test.org.deals.create({ ...deal, ...fields }, { pipeline });
  later(test, 3_600_000);
  test.emulator.clearRequests();
  return id;
}

/** Lets time pass on the org's clock. */
export function later({ emulator }: TestOrg, milliseconds: number): void {
  emulator.time.set(new Date(emulator.time.now().getTime() + milliseconds), { frozen: true });
}

/** A client that does something before each of its requests, and for which waiting moves the org's clock. */
export function aWriter(test: TestOrg, beforeRequest: (nth: number) => Promise<unknown> = async () => {}): OrgClient {
  const { accessToken, instanceUrl } = test.emulator.issueSession();
  let requests = 0;
  return createOrgClient({
    instanceUrl,
    accessToken: async () => {
      await beforeRequest((requests += 1));
      return accessToken;
    },
    wait: async (milliseconds) => later(test, milliseconds),
  });
}

export function recordOf({ emulator }: TestOrg, object: string, id: string): Readonly<Record<string, unknown>> {
  return emulator.records(object).find(({ Id }) => Id === id) ?? {};
}
