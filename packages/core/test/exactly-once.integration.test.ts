import { describe, expect, it } from 'vitest';
import type { OrgClient } from '../src/index.ts';
import { anOrg, failureOf } from './build/an-org.ts';
import { aWrite } from './build/a-write.ts';

const deal = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const;
const region = { ref: 'region', object: 'Region__c', match: { Code__c: 'E' }, fields: { Name: 'EMEA' } } as const;

describe('when the answer is lost', () => {
  it('the outcome is unknown, and the ledger knows it', async () => {
    const { org, emulator } = await anOrg();
    const note = { title: 'x', body: { text: 'y' } } as const;
    const plan = org.writes.plan(
      aWrite({ required: [region], note, record: { match: { External_Id__c: 'x' }, fields: deal } }),
    );
    emulator.faults.dropAnswerAfterCommit({ path: /composite$/ });

    const error = await failureOf(org.writes.send(plan));
    const entry = await org.ledger.find(plan.ledgerKey);

    expect(error).toMatchObject({ code: 'SALESFORCE_UNAVAILABLE', outcome: 'unknown', retryable: true });
    expect(entry?.result).toMatchObject({
      record: { id: emulator.records('Opportunity')[0]?.['Id'], created: true },
      required: { region: { id: emulator.records('Region__c')[0]?.['Id'], created: true } },
      note: { id: emulator.records('ContentNote')[0]?.['Id'], linkIds: [expect.stringMatching(/^06A/)] },
      apiCalls: 2,
    });
  });

  it('a record that was there before is not taken for a new one', async () => {
    let now = new Date('2026-11-23T10:00:00.000Z');
    const { org, emulator } = await anOrg({ clock: () => now });
    await org.customObjects.create('Region__c', { Name: 'Old', Code__c: 'E' });
    now = new Date('2026-11-23T10:05:00.000Z');
    const plan = org.writes.plan(aWrite({ required: [region] }));
    emulator.faults.dropAnswerAfterCommit({ path: /composite$/ });

    await failureOf(org.writes.send(plan));

    expect((await org.ledger.find(plan.ledgerKey))?.result).toMatchObject({
      record: { created: true },
      required: { region: { created: false } },
    });
  });

  it.each([
    [
      'by an earlier write of the same second',
      async (org: OrgClient) => {
        await org.writes.send(org.writes.plan(aWrite({ key: 'earlier', required: [region] })));
      },
    ],
    [
      'by somebody else, seconds ago',
      async (org: OrgClient, wait: () => void) => {
        await org.customObjects.create('Region__c', { Name: 'Old', Code__c: 'E' });
        wait();
      },
    ],
  ])('a record that was created %s is not taken for a new one', async (_name, createRegion) => {
    let now = new Date('2026-11-23T10:00:00.000Z');
    const { org, emulator } = await anOrg({ clock: () => now });
    await createRegion(org, () => (now = new Date('2026-11-23T10:00:05.000Z')));
    const plan = org.writes.plan(aWrite({ required: [region] }));
    emulator.faults.dropAnswerAfterCommit({ path: /composite$/ });

    await failureOf(org.writes.send(plan));

    expect((await org.ledger.find(plan.ledgerKey))?.result).toMatchObject({
      record: { created: true },
      required: { region: { created: false } },
    });
  });

  it('a record that it created is known as its own, also after a later write has changed it', async () => {
    let now = new Date('2026-11-23T10:00:00.000Z');
    const { org, emulator } = await anOrg({ clock: () => now });
    const plan = org.writes.plan(aWrite({ required: [region] }));
    emulator.faults.dropAnswerAfterCommit({ path: /composite$/ });
    await failureOf(org.writes.send(plan));
    now = new Date('2026-11-23T10:00:10.000Z');
    await org.writes.send(org.writes.plan(aWrite({ key: 'later', required: [region] })));

    expect((await org.ledger.find(plan.ledgerKey))?.result.required).toMatchObject({ region: { created: true } });
  });

  it('sending again writes nothing twice', async () => {
    const { org, emulator } = await anOrg();
    const plan = org.writes.plan(aWrite({ required: [{ ...region, match: undefined }] }));
    emulator.faults.dropAnswerAfterCommit({ path: /composite$/ });
    await failureOf(org.writes.send(plan));

    const again = await failureOf(org.writes.send(plan));

    expect(again).toMatchObject({ code: 'WRITE_ALREADY_APPLIED', ledgerKey: plan.ledgerKey, outcome: 'applied' });
    expect(emulator.count('Opportunity')).toBe(1);
    expect(emulator.count('Region__c')).toBe(1);
    expect(emulator.count('uman__Write__c')).toBe(1);
  });

  it('sending again is known for what it is, although a unique field of the record speaks first', async () => {
    const { org, emulator } = await anOrg();
    const plan = org.writes.plan(aWrite({ record: { fields: { ...deal, External_Id__c: 'x' } } }));
    await org.writes.send(plan);

    expect(await failureOf(org.writes.send(plan))).toMatchObject({ code: 'WRITE_ALREADY_APPLIED', outcome: 'applied' });
    expect(emulator.count('Opportunity')).toBe(1);
  });
});

it('two requests with the same key, at the same moment, write once', async () => {
  const { org, another, emulator } = await anOrg();
  const plan = org.writes.plan(aWrite({ required: [region] }));

  const outcomes = await Promise.allSettled([
    org.writes.send(plan),
    another().writes.send(plan),
    another().writes.send(plan),
  ]);

  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(2);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'WRITE_ALREADY_APPLIED' });
  expect(emulator.count('Opportunity')).toBe(1);
});

describe('when the org says no to the request itself', () => {
  const limit = { message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' };
  const down = { message: 'server too busy', errorCode: 'SERVER_UNAVAILABLE' };

  it.each([
    [
      'its requests are spent',
      403,
      [limit],
      { code: 'SALESFORCE_REQUEST_LIMIT', limit: 'daily', outcome: 'notApplied' },
    ],
    ['it is down', 503, [down], { code: 'SALESFORCE_UNAVAILABLE', outcome: 'unknown' }],
    [
      'it answers something else',
      200,
      { compositeResponse: [] },
      { code: 'SALESFORCE_RESPONSE_UNEXPECTED', outcome: 'unknown' },
    ],
  ])('because %s', async (_name, status, body, expected) => {
    const { org, emulator } = await anOrg();
    const plan = org.writes.plan(aWrite());
    emulator.faults.failNext({ status, body });
    emulator.clearRequests();

    expect(await failureOf(org.writes.send(plan))).toMatchObject(expected);
    expect(emulator.requests()).toHaveLength(1);
    expect(await org.ledger.find(plan.ledgerKey)).toBeUndefined();
  });

  it('because the session has expired; a fresh token goes on', async () => {
    const { emulator, another } = await anOrg();
    const tokens = [emulator.issueSession().accessToken, emulator.issueSession().accessToken];
    emulator.expireSession(tokens[0] ?? '');
    const org = another({ accessToken: async () => tokens.shift() ?? '' });
    const plan = org.writes.plan(aWrite());

    const error = await failureOf(org.writes.send(plan));
    const result = await org.writes.send(plan);

    expect(error).toMatchObject({ code: 'SALESFORCE_SESSION_EXPIRED', outcome: 'notApplied', retryable: true });
    expect(result.record.created).toBe(true);
    expect(org.apiCalls).toBe(1);
  });
});

it('gives up when told to, and leaves the ledger to say what happened', async () => {
  const { org, emulator } = await anOrg();
  const plan = org.writes.plan(aWrite());
  emulator.faults.delayNext(60_000, { path: /composite$/ });
  const abort = new AbortController();

  const sending = failureOf(org.writes.send(plan, { signal: abort.signal }));
  abort.abort(new Error('cancelled'));

  expect(await sending).toMatchObject({ message: 'cancelled' });
});
