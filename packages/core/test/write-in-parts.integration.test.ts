import { describe, expect, it } from 'vitest';
import { explainPlan, type OrgClient, type RecordWrite } from '../src/index.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';
import { aWrite } from './build/a-write.ts';

const COMPOSITE = { path: /composite$/ };
const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const;

/** Regions that each belong to nothing, an engagement of one of them, a deal of it, and a note: three requests. */
function aLargeWrite(overrides: Partial<RecordWrite> = {}): RecordWrite {
  const regions = Array.from({ length: 44 }, (_, index) => ({
    ref: `region${index}`,
    object: 'Region__c',
    match: { Code__c: `C${index}` },
    fields: { Name: `Region ${index}` },
  }));
  const engagement = {
    ref: 'engagement',
    object: 'Engagement__c',
    fields: { Name: 'Renewal', Region__c: { ref: 'region3' } },
  };
  return aWrite({
    required: [...regions, engagement],
    record: { fields: { ...deal, Engagement__c: { ref: 'engagement' } } },
    note: { title: 'Kick-off', body: { text: 'y' }, links: [{ ref: 'region5' }, { ref: 'engagement' }] },
    ...overrides,
  });
}

const send = async (org: OrgClient, write: RecordWrite) => org.writes.send(org.writes.plan(write));

/** A client that does something before each of its requests, counted from 1. */
function aSender({ emulator, another }: TestOrg, beforeRequest: (nth: number) => unknown): OrgClient {
  const { accessToken } = emulator.issueSession();
  let requests = 0;
  return another({
    accessToken: async () => {
      beforeRequest((requests += 1));
      return accessToken;
    },
  });
}

/** Everything is there once, and holds together. */
function expectWhole({ emulator }: TestOrg): void {
  expect(
    ['Region__c', 'Engagement__c', 'Opportunity', 'ContentNote', 'uman__Write__c'].map((object) =>
      emulator.count(object),
    ),
  ).toEqual([44, 1, 1, 1, 3]);
  const [engagement] = emulator.records('Engagement__c');
  const [region3] = emulator.records('Region__c').filter(({ Code__c }) => Code__c === 'C3');
  expect(engagement).toMatchObject({ Region__c: region3?.['Id'] });
  expect(emulator.records('Opportunity')).toMatchObject([{ Engagement__c: engagement?.['Id'] }]);
  // The owner's, and one for each record that shows it.
  expect(emulator.count('ContentDocumentLink')).toBe(4);
}

describe('a write that one request does not hold', () => {
  it('is sent in several, and the ledger knows what it came to', async () => {
    const test = await anOrg();
    const plan = test.org.writes.plan(aLargeWrite());

    const result = await test.org.writes.send(plan);

    expectWhole(test);
    expect(plan.apiCalls).toBe(4);
    expect(result).toMatchObject({ apiCalls: 4, warnings: [], record: { created: true } });
    expect(Object.keys(result.required)).toEqual(Object.keys(plan.required));
    const entry = await test.org.ledger.find(plan.ledgerKey);
    expect(entry?.result).toEqual({ ...result, apiCalls: entry?.result.apiCalls });
  });

  it('says where it is parted', async () => {
    const { org } = await anOrg();
    const { parts, readsFirst, text } = explainPlan(org.writes.plan(aLargeWrite()));

    expect(parts.map(({ first, last }) => [first, last])).toEqual([
      [1, 23],
      [24, 46],
      [47, 53],
    ]);
    expect(readsFirst).toMatchObject([{ path: 'key', does: expect.stringContaining('uman__Write__c') }]);
    expect(text.match(/^--- Seam.*$/gm)).toEqual([
      '--- Seam: if it ends here, what it requires is there; sending it again goes on with the next part.',
      '--- Seam: if it ends here, what it requires is there; sending it again goes on with the next part.',
    ]);
  });

  it.each([1, 2, 3])('is completed by sending it again when the answer to part %s is lost', async (part) => {
    const test = await anOrg();
    const plan = test.org.writes.plan(aLargeWrite());
    const unlucky = aSender(test, (nth) => nth === part + 1 && test.emulator.faults.dropAnswerAfterCommit(COMPOSITE));

    const lost = await failureOf(unlucky.writes.send(plan));
    const again = await test
      .another()
      .writes.send(plan)
      .catch((error: unknown) => error);

    expect(lost).toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', outcome: 'unknown', retryable: true });
    const done = { code: 'WRITE_ALREADY_APPLIED', outcome: 'applied' };
    const completed = { record: { created: true }, required: { region0: { created: true } } };
    expect(again).toMatchObject(part === 3 ? done : completed);
    expectWhole(test);
    expect((await test.org.ledger.find(plan.ledgerKey))?.result).toMatchObject({
      required: { region0: { created: true }, region43: { created: true }, engagement: { created: true } },
      record: { created: true },
    });
  });

  it.each([2, 3])('is completed by sending it again when part %s cannot be sent', async (part) => {
    const test = await anOrg();
    const down = [{ message: 'server too busy', errorCode: 'SERVER_UNAVAILABLE' }];
    const plan = test.org.writes.plan(aLargeWrite());
    const unlucky = aSender(
      test,
      (nth) => nth === part + 1 && test.emulator.faults.failNext({ status: 503, body: down }, COMPOSITE),
    );

    const failed = await failureOf(unlucky.writes.send(plan));
    const found = await test.org.ledger.find(plan.ledgerKey);
    const result = await test.another().writes.send(plan);

    expect(failed).toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', retryable: true });
    expect(found).toBeUndefined();
    expect(result).toMatchObject({ record: { created: true } });
    expectWhole(test);
  });

  it('goes on by what it has written, although others have made records since that fit its matches', async () => {
    const test = await anOrg();
    const regions = Array.from({ length: 24 }, (_, index) => ({
      ref: `region${index}`,
      object: 'Region__c',
      match: { Name: `Region ${index}`, Label__c: 'x' },
      fields: {},
    }));
    const plan = test.org.writes.plan(aWrite({ required: regions, record: { fields: deal } }));
    const unlucky = aSender(
      test,
      (nth) => nth === plan.apiCalls && test.emulator.faults.failNext({ status: 503, body: [] }, COMPOSITE),
    );
    await failureOf(unlucky.writes.send(plan));
    await test.org.customObjects.create('Region__c', { Name: 'Region 0', Label__c: 'x' });

    const result = await send(test.org, plan.write);

    expect(result.required['region0']).toMatchObject({ created: true });
    expect(test.emulator.count('Region__c')).toBe(25);
    expect(test.emulator.count('Opportunity')).toBe(1);
  });

  it('is written once by several who send it at the same moment', async () => {
    const test = await anOrg();
    const plan = test.org.writes.plan(aLargeWrite());

    const outcomes = await Promise.allSettled([1, 2, 3].map(async () => test.another().writes.send(plan)));

    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'WRITE_ALREADY_APPLIED' });
    expect(refused).toHaveLength(2);
    expectWhole(test);
  });

  it('that is refused for good in a later part says what is there', async () => {
    const test = await anOrg();
    const write = aLargeWrite({ record: { fields: { ...deal, Amount: 1, Nowhere__c: 'x' } } });

    const error = await failureOf(send(test.org, write));

    const [region] = test.emulator.records('Region__c').filter(({ Code__c }) => Code__c === 'C0');
    expect(error).toMatchObject({
      code: 'WRITE_INCOMPLETE',
      outcome: 'notApplied',
      retryable: false,
      parts: 3,
      written: { parts: 2, required: { region0: { id: region?.['Id'], created: true } }, record: undefined },
      object: 'Opportunity',
      message: expect.stringMatching(/Wrote 2 of 3 parts.*Nowhere__c/s),
      remedy: expect.stringContaining(`region0 ${String(region?.['Id'])}`),
    });
    expect(await test.org.ledger.find('connection-1/call-8213/deal')).toBeUndefined();
  });

  it('is not mixed with another one under the same key', async () => {
    const test = await anOrg();
    const bad = aLargeWrite({ record: { fields: { ...deal, Nowhere__c: 'x' } } });
    await failureOf(send(test.org, bad));

    const error = await failureOf(send(test.org, aLargeWrite({ contentHash: 'b'.repeat(64) })));

    expect(error).toMatchObject({
      code: 'WRITE_INCOMPLETE',
      path: 'key',
      message: expect.stringContaining('other content'),
    });
    expect(test.emulator.count('Opportunity')).toBe(0);
  });

  it('does not begin where its key is that of a write that is done', async () => {
    const test = await anOrg();
    await send(test.org, aWrite({ record: { fields: deal } }));

    expect(await failureOf(send(test.org, aLargeWrite()))).toMatchObject({ code: 'WRITE_ALREADY_APPLIED' });
    expect(test.emulator.count('Region__c')).toBe(0);
  });
});
