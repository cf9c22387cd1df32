import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, ChangesPage } from '../src/index.ts';
import { aUser } from './build/a-user.ts';
import { fuzzRuns } from './build/fuzz-runs.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';

const MINUTES = 60_000;

async function pagesOf(pages: AsyncIterable<ChangesPage>): Promise<ChangesPage[]> {
  const read: ChangesPage[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

const changesIn = (pages: readonly ChangesPage[]): Change[] => pages.flatMap(({ changes }) => changes);
const cursorOf = (pages: readonly ChangesPage[]): string => pages.at(-1)?.cursor ?? '';

/** An org whose clock stands still, and what time it is there. */
async function aStillOrg(): Promise<TestOrg & { later: (milliseconds: number) => Date; now: () => Date }> {
  const test = await anOrg();
  const { time } = test.emulator;
  let now = new Date('2026-06-01T10:00:00Z');
  time.set(now, { frozen: true });
  return {
    ...test,
    now: () => now,
    later(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
      time.set(now, { frozen: true });
      return now;
    },
  };
}

describe('changes', () => {
  it('tells what was created, changed and deleted since, once, one API call each', async () => {
    const { org, emulator, later, now } = await aStillOrg();
    const acme = await org.accounts.create({ Name: 'Acme' });
    const beta = await org.accounts.create({ Name: 'Beta' });
    later(20 * MINUTES);

    const first = await pagesOf(org.changes.since('Account', undefined, { fields: ['Name'], now: now() }));
    await org.accounts.update(acme.id, { Name: 'Acme 2' });
    await org.accounts.delete(beta.id);
    later(20 * MINUTES);
    const callsBefore = emulator.apiCalls();
    const second = await pagesOf(org.changes.since('Account', cursorOf(first), { fields: ['Name'], now: now() }));
    const third = await pagesOf(org.changes.since('account', cursorOf(second), { now: now() }));

    expect(changesIn(first).map(({ record, deleted }) => [record['Name'], deleted])).toEqual([
      ['Acme', false],
      ['Beta', false],
    ]);
    expect(changesIn(second).map(({ id, record, deleted }) => [id, record['Name'], deleted])).toEqual([
      [acme.id, 'Acme 2', false],
      [beta.id, 'Beta', true],
    ]);
    expect(changesIn(third)).toEqual([]);
    expect(second.map(({ apiCalls }) => apiCalls)).toEqual([1]);
    expect(emulator.apiCalls() - callsBefore).toBe(2);
  });

  it('holds back what a slower transaction may still come before', async () => {
    const { org, later, now } = await aStillOrg();
    const { id } = await org.accounts.create({ Name: 'Acme' });
    const young = now();

    const early = await pagesOf(org.changes.since('Account', undefined, { now: later(5 * MINUTES) }));
    const unsettled = await pagesOf(
      org.changes.since('Account', cursorOf(early), { now: now(), includeUnsettled: true }),
    );
    const settled = await pagesOf(org.changes.since('Account', cursorOf(unsettled), { now: later(20 * MINUTES) }));

    expect(changesIn(early)).toEqual([]);
    expect(changesIn(unsettled)).toEqual([expect.objectContaining({ id, settled: false })]);
    expect(changesIn(settled)).toEqual([
      expect.objectContaining({ id, settled: true, changedAt: young.toISOString() }),
    ]);
  });

  it('loses and repeats nothing where a page ends among records of the same moment', async () => {
    const { org, emulator, later, now } = await aStillOrg();
    emulator.seed({
      records: Array.from({ length: 4_100 }, (_, index) => ({
        object: 'Account',
        fields: { Name: `Account ${index}` },
      })),
    });
    later(20 * MINUTES);

    const stopped: ChangesPage[] = [];
    for await (const page of org.changes.since('Account', undefined, { now: now() })) {
      stopped.push(page);
      break;
    }
    const rest = await pagesOf(org.changes.since('Account', cursorOf(stopped), { now: now() }));

    expect(stopped[0]?.changes.length).toBe(2_000);
    expect(new Set(changesIn([...stopped, ...rest]).map(({ changedAt }) => changedAt)).size).toBe(1);
    expect(changesIn([...stopped, ...rest])).toHaveLength(4_100);
    expect(new Set(changesIn([...stopped, ...rest]).map(({ id }) => id)).size).toBe(4_100);
    expect(rest.map(({ apiCalls }) => apiCalls)).toEqual([1, 1]);
  });

  it('begins at a moment', async () => {
    const { org, later, now } = await aStillOrg();
    await org.accounts.create({ Name: 'Acme' });
    const begin = later(MINUTES);
    const { id } = await org.accounts.create({ Name: 'Beta' });
    later(20 * MINUTES);

    const changes = changesIn(await pagesOf(org.changes.since('Account', begin, { now: now() })));

    expect(changes.map((change) => change.id)).toEqual([id]);
  });

  it('refuses a cursor that is none, of another object, or of another version, before anything is sent', async () => {
    const { org, emulator, now } = await aStillOrg();
    const cursor = cursorOf(await pagesOf(org.changes.since('Contact', undefined, { now: now() })));
    const other = Buffer.from(JSON.stringify({ v: 2, object: 'account' })).toString('base64url');
    emulator.clearRequests();

    for (const given of ['', 'nonsense', cursor, other]) {
      const failure = await failureOf(pagesOf(org.changes.since('Account', given, { marginSeconds: -1 })));
      expect(failure).toMatchObject({
        code: 'SALESFORCE_RECORD_INVALID',
        problems: [{ path: 'cursor' }, { path: 'marginSeconds' }],
      });
    }
    expect(emulator.apiCalls()).toBe(0);
  });

  it('says which fields it leaves out, those of parents too, and asks no more than once about them', async () => {
    const test = await aStillOrg();
    const { org } = test;
    const parent = await org.accounts.create({ Name: 'Group' });
    await org.accounts.create({ Name: 'Acme', Industry: 'Energy', ParentId: parent.id });
    const limited = await aUser(test, { without: ['Account.Industry'] });
    const now = test.later(20 * MINUTES);
    const fields = ['Name', 'industry', 'Parent.Name', 'Parent.Industry', 'Nowhere__r.Name', 'Nowhere__c'];

    const [page] = await pagesOf(limited.changes.since('Account', undefined, { fields, now }));
    const [again] = await pagesOf(limited.changes.since('Account', undefined, { fields, now }));

    expect(page?.hiddenFields).toEqual(['industry', 'Parent.Industry', 'Nowhere__c']);
    expect(page?.changes.map(({ record }) => [record['Name'], record['Parent']])).toEqual([
      ['Group', null],
      ['Acme', expect.objectContaining({ Name: 'Group' })],
    ]);
    expect([page?.apiCalls, again?.apiCalls]).toEqual([3, 1]);
    expect(again?.hiddenFields).toEqual(page?.hiddenFields);
  });

  it.each([
    ['keeps no deleted records', 'User', 'SystemModstamp'],
    ['has no SystemModstamp either', 'UserLogin', 'LastModifiedDate'],
  ])('follows an object that %s', async (_name, object, changedBy) => {
    const { org } = await anOrg();
    const now = new Date(Date.now() + 60 * MINUTES);

    const [page] = await pagesOf(org.changes.since(object, undefined, { now }));
    const [rest] = await pagesOf(org.changes.since(object, page?.cursor, { now }));

    expect(page).toMatchObject({ changedBy, tellsDeletes: false, hiddenFields: [] });
    expect(page?.changes[0]).toMatchObject({ changedAt: expect.stringMatching(/Z$/), deleted: false, settled: true });
    expect(rest).toMatchObject({ changes: [], apiCalls: 1 });
  });

  it('refuses an object that is not there', async () => {
    const { org } = await aStillOrg();

    const failure = await failureOf(pagesOf(org.changes.since('Nowhere__c', undefined)));

    expect(failure).toMatchObject({ code: 'SALESFORCE_REQUEST_INVALID', object: 'Nowhere__c' });
  });

  it('loses and repeats nothing, wherever pages end and whatever was saved at the same moment', async () => {
    const { org, emulator, later, now } = await aStillOrg();
    const moments = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 250 }), gap: fc.constantFrom(0, 1000, 2000) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    const reading = fc.record({ pageSize: fc.integer({ min: 200, max: 400 }), stops: fc.array(fc.boolean()) });

    await fc.assert(
      fc.asyncProperty(moments, reading, async (groups, { pageSize, stops }) => {
        const begin = later(60 * MINUTES);
        for (const { count, gap } of groups) {
          emulator.seed({
            records: Array.from({ length: count }, () => ({ object: 'Account', fields: { Name: 'x' } })),
          });
          later(gap);
        }
        later(20 * MINUTES);
        const ids: string[] = [];
        let cursor: string | Date = begin;
        for (const stop of [...stops, false]) {
          for await (const page of org.changes.since('Account', cursor, { pageSize, now: now() })) {
            ids.push(...page.changes.map(({ id }) => id));
            ({ cursor } = page);
            if (stop) break;
          }
        }

        const saved = groups.reduce((sum, { count }) => sum + count, 0);
        expect(ids).toHaveLength(saved);
        expect(new Set(ids).size).toBe(saved);
      }),
      { numRuns: fuzzRuns(25) },
    );
  });
});
