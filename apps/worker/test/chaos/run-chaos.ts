import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WriteFailure, type PlatformClient, type WriteHandle } from '@uman/contracts/client';
import { createOrgClient } from '@uman/core';
import { logInAndAllow } from '@uman/emulator';
import { aConnectedOrg, type ConnectedOrg } from '../a-connected-org.ts';
import { countedFaults, loseRefresh, refusals } from './chaos-faults.ts';
import { chaosWrites, REGIONS, sharedAccountNumber, type ChaosWrite } from './chaos-writes.ts';
import { contradictions, type ChaosEnd } from './contradictions.ts';
import { aFleet, type Fleet } from './fleet.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const REQUEST_TIMEOUT_SECONDS = 1;
/** No fault delays a request for longer. */
const LONGEST_REQUEST_SECONDS = 5;

export interface ChaosOptions {
  readonly seed: number;
  readonly writes: number;
  /**
   * Also turn requests away, expire sessions, lose refreshes, kill workers, cancel and terminate: nobody can then count
   * every request that was spent.
   */
  readonly violent: boolean;
  /**
   * Some writes are such that the org refuses them. After the kill of a worker it takes ten minutes until such a write may
   * be told as failed: Salesforce may go on with a request for that long.
   */
  readonly refused: boolean;
}

export interface ChaosReport {
  /** Every contradiction between what callers were told and what the org holds, and then what had been done to them. */
  readonly wrong: readonly string[];
  /** How many writes ended how. */
  readonly ends: Readonly<Record<string, number>>;
  /** API requests as the org counted them, and as the callers were told. */
  readonly apiCalls: { readonly counted: number; readonly told: number };
}

interface Storm {
  readonly options: ChaosOptions;
  readonly random: SeededRandom;
  readonly org: ConnectedOrg;
  readonly fleet: Fleet;
  /** What was done, in order. */
  readonly story: string[];
}

/**
 * Many writes at once while everything around them fails; then quiet, in which what had failed is started again with the
 * same key, as its caller would. After both, the org is compared with what everybody was told.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const random = createSeededRandom(options.seed);
  const org = await anOrgOfTheStorm();
  const fleet = await aFleet(org, {
    workers: 2,
    requestTimeoutSeconds: REQUEST_TIMEOUT_SECONDS,
    longestRequestSeconds: LONGEST_REQUEST_SECONDS,
  });
  const storm: Storm = { options, random, org, fleet, story: [] };
  const writes = chaosWrites(options.writes, { random, connectionId: org.connectionId, refused: options.refused });
  const ends = new Map<string, ChaosEnd>();
  let told = 0;

  const writing = new AbortController();
  const weather = badWeather(storm, writing.signal);
  await Promise.all(
    writes.map(async (write) => {
      await pause(random.between(0, 100 * options.writes));
      const { end, apiCalls } = await startAndMeet(write, storm);
      told += apiCalls;
      ends.set(write.key, end);
    }),
  );
  writing.abort();
  await weather;
  org.emulator.faults.clear();
  // What was given up on may still be carried out.
  await pause(LONGEST_REQUEST_SECONDS * 1000);
  const wrong = contradictions(org.emulator, { writes, ends: decided(ends) }).map(
    (problem) => `In the storm, ${problem}`,
  );

  await reconnect(org);
  for (const write of writes) {
    const before = ends.get(write.key);
    if (before === undefined || 'output' in before) continue;
    const { end, apiCalls } = await endOf(await start(fleet.uman, write));
    told += apiCalls;
    ends.set(write.key, end);
    if (write.valid && 'failedWith' in end) wrong.push(`In quiet, ${write.key} failed with ${end.failedWith}`);
  }
  wrong.push(...contradictions(org.emulator, { writes, ends }).map((problem) => `In the end, ${problem}`));
  for (const code of await fleet.stop()) if (code !== 0) wrong.push(`A worker ended with ${code}`);
  if (wrong.length > 0) wrong.push(`What was done, in order: ${storm.story.join('; ')}`);
  return { wrong, ends: countEnds(ends), apiCalls: { counted: org.emulator.apiCalls(), told } };
}

async function anOrgOfTheStorm(): Promise<ConnectedOrg> {
  const org = await aConnectedOrg();
  org.emulator.install({ directory: `${repository}force-app/main`, namespace: 'uman' });
  org.emulator.install({ directory: fileURLToPath(new URL('../metadata', import.meta.url)) });
  const { accessToken, instanceUrl } = org.emulator.issueSession();
  const client = createOrgClient({ instanceUrl, accessToken: async () => accessToken });
  for (const region of REGIONS)
    await client.accounts.create({ Name: region, AccountNumber: sharedAccountNumber(region) });
  org.emulator.clearRequests();
  return org;
}

/** One write, by one client or by two at the same moment; somebody may end it. */
async function startAndMeet(write: ChaosWrite, storm: Storm): Promise<{ end: ChaosEnd; apiCalls: number }> {
  const { options, random, fleet, story } = storm;
  const clients = random.chance(0.3) ? 2 : 1;
  const handles = await Promise.all(Array.from({ length: clients }, async () => await start(fleet.uman, write)));
  if (options.violent && random.chance(0.2)) await endFromOutside(write, storm);
  const results = await Promise.all(handles.map(endOf));
  const [first, second] = results;
  if (first === undefined) throw new Error('Nobody started it.');
  if (second !== undefined && JSON.stringify(second.end) !== JSON.stringify(first.end)) {
    const met = handles.map((handle) => handle.met).join(', ');
    story.push(`two clients of ${write.key} (${met}) were told ${JSON.stringify(results)}`);
  }
  return first;
}

async function endFromOutside({ key, input }: ChaosWrite, { random, fleet, story }: Storm): Promise<void> {
  await pause(random.between(0, 1_500));
  const how = random.pick(['cancel', 'terminate'] as const);
  story.push(`${how} ${key}`);
  const handle = fleet.temporal.workflow.getHandle(`write/${input.connectionId}/${key}`);
  await handle[how]().catch(() => {}); // it may have ended before
}

/** Faults, one after the other, until the writes are through. */
async function badWeather({ options, random, org, fleet, story }: Storm, over: AbortSignal): Promise<void> {
  const counted = countedFaults({ requestTimeoutMilliseconds: REQUEST_TIMEOUT_SECONDS * 1000 });
  const faults = options.violent ? [...counted, ...refusals] : counted;
  for (let count = 1; !over.aborted; count += 1) {
    await pause(random.between(50, 250));
    const fault = random.pick(faults);
    // Twice as many faults as writes; then the sky clears, so that it comes to an end.
    if (count > options.writes * 2) continue;
    story.push(fault.name);
    fault.strike(org.emulator);
    if (!options.violent) continue;
    if (random.chance(0.1)) {
      story.push('expire the session');
      const token = await org.connections.accessToken(org.connectionId).catch(() => undefined);
      if (token !== undefined) org.emulator.expireSession(token.accessToken);
    }
    if (count % 25 === 7) {
      story.push('kill a worker');
      fleet.killOne();
    }
    if (count % 25 === 19) {
      story.push('replace a worker');
      fleet.replaceOne();
    }
    if (random.chance(0.02)) {
      story.push('lose the answer of a refresh');
      loseRefresh(org.emulator);
    }
  }
}

async function reconnect({ emulator, connections, connectionId }: ConnectedOrg): Promise<void> {
  const { authorizationUrl, state } = await connections.startConnect({
    customerId: 'acme',
    loginUrl: emulator.url,
    reconnect: connectionId,
  });
  const callbackUrl = await logInAndAllow(authorizationUrl, emulator.admin);
  await connections.finishConnect({ callbackUrl, state });
}

/** An end that leaves open whether it is written contradicts nothing. */
function decided(ends: ReadonlyMap<string, ChaosEnd>): Map<string, ChaosEnd> {
  const open = new Set(['OUTCOME_UNKNOWN', 'WORKFLOW_CANCELLED', 'WORKFLOW_TERMINATED', 'WORKFLOW_TIMED_OUT']);
  return new Map([...ends].filter(([, end]) => !('failedWith' in end && open.has(end.failedWith))));
}

async function start(uman: PlatformClient, write: ChaosWrite): Promise<WriteHandle> {
  if (write.type === 'writeDeal') return await uman.start.writeDeal(write.input);
  if (write.type === 'writeContact') return await uman.start.writeContact(write.input);
  return await uman.start.writeAccount(write.input);
}

async function endOf(handle: WriteHandle): Promise<{ end: ChaosEnd; apiCalls: number }> {
  try {
    const output = await handle.result();
    return { end: { output }, apiCalls: output.apiCalls };
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    return { end: { failedWith: error.code }, apiCalls: error.detail.apiCalls ?? 0 };
  }
}

function countEnds(ends: ReadonlyMap<string, ChaosEnd>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const end of ends.values()) {
    const name = 'output' in end ? end.output.outcome : end.failedWith;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
