import { createEmulator, type Emulator } from '@uman/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrgClient, type OrgClient } from '../src/index.ts';
import { customer, uman } from './build/an-org.ts';
import { type AnsweringServer, createAnsweringServer, type Exchanged } from './build/answering-server.ts';
import { fuzzRuns } from './build/fuzz-runs.ts';
import { judgeAnswer, type Settled } from './build/judge-answer.ts';
import { mutatedAnswers, type MutatedAnswer } from './build/mutated-answers.ts';
import { OPERATIONS, type Seeded, UNTYPED } from './build/operations.ts';

let emulator: Emulator;
let server: AnsweringServer;
let seeded: Seeded;
let session: { readonly accessToken: string };
const good = new Map<string, { readonly exchanges: readonly Exchanged[]; readonly result: unknown }>();

/** Nothing is known to it yet, so that it asks as the first one did. */
const aClient = (): OrgClient =>
  createOrgClient({ instanceUrl: server.url, accessToken: async () => session.accessToken, wait: async () => {} });

beforeAll(async () => {
  emulator = await createEmulator({ install: [uman, customer] });
  session = emulator.issueSession();
  server = await createAnsweringServer(emulator.url);
  seeded = await seed(aClient());
  for (const [name, run] of Object.entries(OPERATIONS)) {
    // So that nobody has to wait for what was written before.
    emulator.time.advance(60_000);
    const exchanges = server.record();
    const result = plain(await run(aClient(), seeded));
    good.set(name, { exchanges, result });
  }
});
afterAll(async () => {
  await server.close();
  await emulator.close();
});

async function seed(org: OrgClient): Promise<Seeded> {
  const { id: accountId } = await org.accounts.create({ Name: 'Acme', Industry: 'Energy' });
  const { id: contactId } = await org.contacts.create({ LastName: 'Zoë', AccountId: accountId, Email: 'z@acme.test' });
  await org.contacts.create({ LastName: 'Ann', AccountId: accountId });
  const deal = { StageName: 'Prospecting', CloseDate: '2026-12-31', Amount: 5, AccountId: accountId };
  const { id: dealId } = await org.deals.create({ Name: 'Renewal', ...deal }, { pipeline: 'Enterprise' });
  await org.deals.create({ Name: 'Another', ...deal });
  await org.customObjects.create('OpportunityContactRole', { OpportunityId: dealId, ContactId: contactId });
  const task = { Subject: 'Call', WhatId: dealId, WhoId: contactId, ActivityDate: '2026-05-03' };
  await org.customObjects.create('Task', task);
  const regions = [];
  for (const Code__c of ['E', 'spare']) {
    regions.push((await org.customObjects.create('Region__c', { Name: 'EMEA', Code__c })).id);
  }
  const notes = [];
  for (const title of ['One', 'Two', 'Three']) {
    const links = [accountId, contactId, dealId];
    notes.push(
      (await org.notes.create({ title, body: { text: title }, links: title === 'One' ? [accountId] : links })).id,
    );
  }
  const [noteId = '', note = '', linkedNote = ''] = notes;
  const [regionId = '', region = ''] = regions;
  const { id: account } = await org.accounts.create({ Name: 'Spare' });
  return { accountId, contactId, dealId, regionId, noteId, spare: { account, note, region, linkedNote } };
}

/** e.g. `accounts.profile`, `deals.contactRoles.add`. */
function methodsOf(client: object, prefix = ''): string[] {
  return Object.entries(client).flatMap(([name, one]: [string, unknown]) => {
    if (typeof one === 'function') return [prefix + name];
    return typeof one === 'object' && one !== null ? methodsOf(one, `${prefix}${name}.`) : [];
  });
}

/** They ask nothing: what they answer is compiled or remembered. */
const WITHOUT_REQUEST = /\.(?:plan\w*|known)$/;
/** The same as another one. */
const SAME = /^deals\.contactRoles\.(?:add|change|setPrimary|remove)$/;

it('is tried for every method that asks the org', () => {
  const methods = methodsOf(aClient()).filter((method) => !WITHOUT_REQUEST.test(method) && !SAME.test(method));
  // Clients of contacts and deals are made of the same parts as those of accounts.
  const untried = methods.filter(
    (method) => !(method in OPERATIONS) && !(method.replace(/^(?:contacts|deals)\./, 'accounts.') in OPERATIONS),
  );

  expect(untried).toEqual([]);
});

describe('an answer that is not as documented', () => {
  it.each(Object.entries(OPERATIONS))('gets past %s nowhere', async (name, run) => {
    const { exchanges, result } = good.get(name) ?? { exchanges: [], result: undefined };
    const problems: string[] = [];
    let tried = 0;
    for (const [index, original] of exchanges.entries()) {
      if (original.status >= 300) continue;
      for (const mutated of sample(mutatedAnswers(original), fuzzRuns(15))) {
        tried += 1;
        server.replay(exchanges.with(index, mutated.answer));
        const settled = await settle(run(aClient(), seeded));
        const problem = judgeAnswer(settled, { mutated, original, good: result, untyped: UNTYPED[name] });
        if (problem !== undefined) problems.push(`${mutated.name}: ${problem}`);
      }
    }

    expect(problems).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
});

/** All that cannot be read, and so many of the others, from all parts of the answer. */
function sample(all: readonly MutatedAnswer[], size: number): MutatedAnswer[] {
  const unreadable = all.filter(({ how }) => how === 'unreadable');
  const others = all.filter(({ how }) => how !== 'unreadable');
  const step = Math.max(1, others.length / size);
  return [...unreadable, ...others.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))];
}

async function settle(promise: Promise<unknown>): Promise<Settled> {
  try {
    return { value: plain(await promise) };
  } catch (error) {
    return { error };
  }
}

/** Without functions, so that two can be compared. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
