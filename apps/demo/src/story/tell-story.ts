import { setTimeout as pause } from 'node:timers/promises';
import type { Narrator } from '../narrator.ts';
import type { Stage } from '../stage/stage.ts';
import { aDeal, naiveApiCalls } from './a-deal.ts';
import { countDuplicates, countRecords } from './org-records.ts';

/** The figures of the story. */
export interface StoryFigures {
  /** From the command to the first record in the org, installation included where one was needed. */
  readonly secondsToFirstWrite: number;
  /** API calls that the org counted for the first write. */
  readonly apiCalls: number;
  readonly naiveApiCalls: number;
  /** Records that a second start with the same key created or changed. */
  readonly recordWritesOnSecondStart: number;
  readonly duplicatesAfterLostAnswer: number;
  readonly duplicatesAfterKill: number;
  /** Deals that were asked for and are not in the org. */
  readonly lost: number;
  /** What the org holds at the end, by object. */
  readonly records: Readonly<Record<string, number>>;
}

export async function tellStory(stage: Stage, narrator: Narrator): Promise<StoryFigures> {
  const { emulator } = stage.stack;

  narrator.chapter('1. A deal with everything around it, in one API call');
  const deal = aDeal(stage.connectionId, 'call-8213/deal', 'Acme renewal');
  const before = emulator.apiCalls();
  const first = await stage.uman.writeDeal(deal);
  const secondsToFirstWrite = round(narrator.seconds());
  const apiCalls = emulator.apiCalls() - before;
  const naive = naiveApiCalls(deal);
  narrator.say(`Region, engagement, account and contact, then the deal ${first.record.id}, its contact role, its note`);
  narrator.say(
    `${first.note?.id ?? ''} with ${first.note?.linkIds.length ?? 0} links, and the ledger row: ${counted(apiCalls)}. One by one it would be ${naive}.`,
  );

  narrator.chapter('2. The same key again writes nothing');
  const recordWritesOnSecondStart = await secondStart(stage, narrator, deal);

  narrator.chapter('3. The answer is lost after Salesforce has committed');
  const duplicatesAfterLostAnswer = await lostAnswer(stage, narrator);

  narrator.chapter('4. The worker is killed in the middle');
  const duplicatesAfterKill = await killedWorker(stage, narrator);

  narrator.chapter('What the org holds now');
  const records = countRecords(emulator);
  for (const [object, count] of Object.entries(records)) narrator.say(`${String(count).padStart(3)}  ${object}`);
  const names = new Set(emulator.records('Opportunity').map(({ Name }) => Name));
  const lost = ['Acme renewal', 'Globex renewal', 'Initech renewal'].filter((name) => !names.has(name)).length;
  return {
    secondsToFirstWrite,
    apiCalls,
    naiveApiCalls: naive,
    recordWritesOnSecondStart,
    duplicatesAfterLostAnswer,
    duplicatesAfterKill,
    lost,
    records,
  };
}

async function secondStart(stage: Stage, narrator: Narrator, deal: ReturnType<typeof aDeal>): Promise<number> {
  const { emulator } = stage.stack;
  emulator.clearRequests();
  const before = countRecords(emulator);
  const second = await stage.uman.writeDeal(deal);
  const after = countRecords(emulator);
  const created = Object.entries(after).reduce(
    (sum, [object, count]) => sum + Math.abs(count - (before[object] ?? 0)),
    0,
  );
  const writes = emulator.requests().filter(({ method, apiCall }) => apiCall && method !== 'GET').length;
  narrator.say(
    `${second.outcome}: the same deal ${second.record.id}; ${counted(emulator.apiCalls())}, ${created} new records.`,
  );
  return created + writes;
}

async function lostAnswer(stage: Stage, narrator: Narrator): Promise<number> {
  const { emulator } = stage.stack;
  emulator.clearRequests();
  emulator.faults.dropAnswerAfterCommit({ method: 'POST', path: /\/composite$/, times: 1 });
  const result = await stage.uman.writeDeal(aDeal(stage.connectionId, 'call-8214/deal', 'Globex renewal'));
  const dropped = emulator.requests().filter((request) => request.dropped).length;
  const duplicates = countDuplicates(emulator, 'Globex renewal');
  narrator.say(
    `${dropped} answer dropped; the ledger was asked: the deal is ${result.record.id}, ${result.apiCalls} API calls, ${duplicates} duplicates.`,
  );
  if (dropped === 0) throw new Error('The fault did not come: no answer was dropped, so nothing was shown.');
  return duplicates;
}

async function killedWorker(stage: Stage, narrator: Narrator): Promise<number> {
  const { emulator } = stage.stack;
  emulator.faults.delayNext(2_000, { method: 'POST', path: /\/composite$/, times: 1 });
  const write = await stage.uman.start.writeDeal(aDeal(stage.connectionId, 'call-8215/deal', 'Initech renewal'));
  await untilSending(stage, write.workflowId);
  const { pid } = stage.worker;
  stage.worker.kill();
  narrator.say(`Worker ${pid} was killed with SIGKILL while its request was on its way.`);
  const result = await write.result();
  const duplicates = countDuplicates(emulator, 'Initech renewal');
  narrator.say(`Worker ${stage.worker.pid} went on: the deal is ${result.record.id}, ${duplicates} duplicates.`);
  return duplicates;
}

/** `PENDING_ACTIVITY_STATE_STARTED` of Temporal's API. */
const PENDING_ACTIVITY_STARTED = 2;

/** Waits until a worker is in the middle of sending. */
async function untilSending({ temporal }: Stage, workflowId: string): Promise<void> {
  const handle = temporal.workflow.getHandle(workflowId);
  for (;;) {
    const { raw } = await handle.describe();
    if (raw.pendingActivities?.some(({ state }) => Number(state) === PENDING_ACTIVITY_STARTED)) break;
    await pause(20);
  }
  await pause(300);
}

function counted(apiCalls: number): string {
  return apiCalls === 1 ? '1 API call' : `${apiCalls} API calls`;
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
