import { setTimeout as pause } from 'node:timers/promises';
import type { Emulator } from '@uman/emulator';
import type { Narrator } from '../narrator.ts';
import type { Stage } from '../stage/stage.ts';
import { aDeal } from './a-deal.ts';
import { checkDeal, type AskedDeal } from './check-deal.ts';
import { countNaiveApiCalls } from './naive-client.ts';
import { countChanges, countRecords, takeSnapshot } from './org-records.ts';

/** The figures of the story, each one measured at the org. */
export interface StoryFigures {
  /** From the command to the first record in the org, installation included where one was needed. */
  readonly secondsToFirstWrite: number;
  /** API calls that the org counted for the first write. */
  readonly apiCalls: number;
  /** API calls that an org counted for the same deal, written by a client that sends one request a record. */
  readonly naiveApiCalls: number;
  /** Records that a second start with the same key created, changed or deleted. */
  readonly recordWritesOnSecondStart: number;
  /** Records of that deal beyond those that were asked for. */
  readonly duplicatesAfterLostAnswer: number;
  readonly duplicatesAfterKill: number;
  /** Records that were asked for, of all three deals, and are not in the org. */
  readonly lost: number;
  /** What the org holds at the end, by object. */
  readonly records: Readonly<Record<string, number>>;
}

export interface TellStoryOptions {
  readonly stage: Stage;
  readonly narrator: Narrator;
  /** Metadata of the customer's org. */
  readonly orgMetadata: string;
}

const DEALS = {
  whole: { key: 'call-8213/deal', name: 'Acme renewal' },
  answerLost: { key: 'call-8214/deal', name: 'Globex renewal' },
  workerKilled: { key: 'call-8215/deal', name: 'Initech renewal' },
} as const;

export async function tellStory({ stage, narrator, orgMetadata }: TellStoryOptions): Promise<StoryFigures> {
  const { emulator } = stage.stack;
  const inThisOrg = <Deal extends object>(deal: Deal) => ({ ...deal, connectionId: stage.connectionId });

  narrator.chapter('1. A deal and everything around it, in one API call');
  narrator.say('In this org a deal needs an Engagement__c, which needs a Region__c. Neither exists yet.');
  const deal = inThisOrg(DEALS.whole);
  emulator.clearRequests();
  const first = await stage.uman.writeDeal(aDeal(deal));
  const secondsToFirstWrite = round(narrator.seconds());
  const apiCalls = emulator.apiCalls();
  const naiveApiCalls = await countNaiveApiCalls({ deal: aDeal(deal), orgMetadata });
  narrator.say(`Written: the deal "${deal.name}" ${first.record.id} with its region, engagement, account, contact and`);
  narrator.say(
    `contact role; a note linked to deal, account and contact; a row in the package's ledger, with the key.`,
  );
  narrator.say(
    `${counted(apiCalls, 'API call')} in all. A client that sends a request for each record, and one for each`,
  );
  narrator.say(`look-up, has just written the same deal into another org with ${naiveApiCalls}.`);

  narrator.chapter('2. The same key again writes nothing');
  const recordWritesOnSecondStart = await secondStart(stage, narrator, deal);

  narrator.chapter('3. The answer is lost after Salesforce has committed');
  const duplicatesAfterLostAnswer = await lostAnswer(stage, narrator, inThisOrg(DEALS.answerLost));

  narrator.chapter('4. The worker is killed in the middle');
  const duplicatesAfterKill = await killedWorker(stage, narrator, inThisOrg(DEALS.workerKilled));

  narrator.chapter(`What the org holds now, after ${Object.keys(DEALS).length} deals`);
  const records = countRecords(emulator);
  for (const [object, count] of Object.entries(records))
    narrator.say(`${String(count).padStart(3)}  ${describe(object)}`);
  const checks = Object.values(DEALS).map((asked) => checkDeal(emulator, inThisOrg(asked)));
  const lost = checks.reduce((sum, { missing }) => sum + missing, 0);
  narrator.say(`${counted(lost, 'record')} of what was asked for ${lost === 1 ? 'is' : 'are'} missing.`);
  return {
    secondsToFirstWrite,
    apiCalls,
    naiveApiCalls,
    recordWritesOnSecondStart,
    duplicatesAfterLostAnswer,
    duplicatesAfterKill,
    lost,
    records,
  };
}

async function secondStart({ stack, uman }: Stage, narrator: Narrator, deal: AskedDeal): Promise<number> {
  const { emulator } = stack;
  emulator.clearRequests();
  const before = takeSnapshot(emulator);
  const second = await uman.writeDeal(aDeal(deal));
  const changes = countChanges(before, takeSnapshot(emulator));
  narrator.say(`The answer is "${second.outcome}", with the same deal ${second.record.id}.`);
  narrator.say(`${counted(emulator.apiCalls(), 'API call')}, ${counted(changes, 'record')} created or changed.`);
  return changes;
}

async function lostAnswer({ stack, uman }: Stage, narrator: Narrator, deal: AskedDeal): Promise<number> {
  const { emulator } = stack;
  emulator.clearRequests();
  emulator.faults.dropAnswerAfterCommit({ method: 'POST', path: /\/composite$/, times: 1 });
  const result = await uman.writeDeal(aDeal(deal));
  if (!emulator.requests().some(({ dropped }) => dropped)) {
    throw new Error('The fault did not come: no answer was dropped, so nothing was shown.');
  }
  const { duplicates } = checkDeal(emulator, deal);
  narrator.say('The org wrote the deal and cut the connection, so the worker cannot know whether it is written.');
  narrator.say(
    `It ${ledgerWasAsked(emulator) ? 'asks the ledger for the key, and ' : ''}answers "${result.outcome}": ${result.record.id}.`,
  );
  narrator.say(`${counted(emulator.apiCalls(), 'API call')}, ${counted(duplicates, 'duplicate')}.`);
  return duplicates;
}

async function killedWorker(stage: Stage, narrator: Narrator, deal: AskedDeal): Promise<number> {
  const { emulator } = stage.stack;
  emulator.clearRequests();
  // The org takes its time, so that there is a middle to be killed in.
  emulator.faults.delayNext(2_000, { method: 'POST', path: /\/composite$/, times: 1 });
  const write = await stage.uman.start.writeDeal(aDeal(deal));
  await untilSending(stage, write.workflowId);
  const { pid } = stage.worker;
  stage.worker.kill();
  const isThere = checkDeal(emulator, deal).missing === 0;
  narrator.say(
    `Worker ${pid} was killed with SIGKILL while it sent the write; the deal is ${isThere ? '' : 'not '}in the org.`,
  );
  const result = await write.result();
  const { duplicates } = checkDeal(emulator, deal);
  narrator.say(
    `Worker ${stage.worker.pid} took the same workflow on${ledgerWasAsked(emulator) ? ', asked the ledger first,' : ''} and answers "${result.outcome}": ${result.record.id}.`,
  );
  narrator.say(`${counted(emulator.apiCalls(), 'API call')}, ${counted(duplicates, 'duplicate')}.`);
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

/** Whether the org was asked for a row of the package's ledger. */
function ledgerWasAsked(emulator: Emulator): boolean {
  return emulator.requests().some(({ method, query }) => method === 'GET' && query.includes('uman__Write__c'));
}

/** What the less known objects are there for. */
const MEANINGS: Readonly<Record<string, string>> = {
  Region__c: 'found again by its code, so all deals share it',
  ContentDocumentLink: 'deal, account, contact and owner of each note',
  uman__Write__c: 'the ledger: one row for each write',
};

function describe(object: string): string {
  const meaning = MEANINGS[object];
  return meaning === undefined ? object : `${object.padEnd(24)}${meaning}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
