import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrgClient, type Enrichment, explainEnrichment, type OrgClient, planEnrichment } from '../src/index.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';

const HOUR = 3_600_000;

/** A record that was changed last an hour ago, in an org whose clock stands still but where something waits. */
async function aContact(test: TestOrg, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const { emulator } = test;
  emulator.time.set(emulator.time.now(), { frozen: true });
  const { id } = await test.org.contacts.create({ LastName: 'Zoë', ...fields });
  emulator.time.set(new Date(emulator.time.now().getTime() + HOUR), { frozen: true });
  return id;
}

/** A client that does something before each of its requests, and for which waiting moves the org's clock. */
function aWriter({ emulator }: TestOrg, beforeRequest: (nth: number) => Promise<unknown> = async () => {}): OrgClient {
  const { accessToken, instanceUrl } = emulator.issueSession();
  let requests = 0;
  return createOrgClient({
    instanceUrl,
    accessToken: async () => {
      await beforeRequest((requests += 1));
      return accessToken;
    },
    wait: async (milliseconds) => {
      emulator.time.set(new Date(emulator.time.now().getTime() + milliseconds), { frozen: true });
    },
  });
}

const contactOf = ({ emulator }: TestOrg, id: string): Readonly<Record<string, unknown>> =>
  emulator.records('Contact').find(({ Id }) => Id === id) ?? {};

describe('enriching a record', () => {
  it('fills, overwrites and appends, each field as it says, in two API calls', async () => {
    const test = await anOrg();
    const id = await aContact(test, { Title: 'CTO', Phone: '1', Description: 'First.' });
    test.emulator.clearRequests();

    const result = await aWriter(test).contacts.enrich(id, {
      Title: { value: 'CEO' },
      Department: { value: 'Board' },
      Phone: { value: '2', how: 'overwrite' },
      LastName: { value: 'Zoë', how: 'overwrite' },
      Description: { value: 'Second.', how: 'append' },
    });

    expect(result).toEqual({
      id,
      written: ['Department', 'Phone', 'Description'],
      kept: [
        { field: 'Title', because: 'notBlank' },
        { field: 'LastName', because: 'same' },
      ],
      decidedAgain: 0,
      apiCalls: 2,
    });
    expect(test.emulator.apiCalls()).toBe(2);
    expect(contactOf(test, id)).toMatchObject({
      Title: 'CTO',
      Department: 'Board',
      Phone: '2',
      Description: 'First.\nSecond.',
    });
  });

  it('writes nothing where all is there, and appends nothing twice', async () => {
    const test = await anOrg();
    const id = await aContact(test, { Description: 'First.\nSecond.\nThird.' });

    const result = await aWriter(test).contacts.enrich(id, { Description: { value: 'Second.', how: 'append' } });

    expect(result).toMatchObject({ written: [], kept: [{ because: 'alreadyAppended' }], apiCalls: 1 });
  });

  it('sets the status of a contact, where the org keeps it', async () => {
    const test = await anOrg();
    const id = await aContact(test);
    const status = { field: 'External_Id__c', value: 'Active' } as const;
    const writer = aWriter(test);

    const [first, second] = [await writer.contacts.setStatus(id, status), await writer.contacts.setStatus(id, status)];

    expect([first.written, second.written]).toEqual([['External_Id__c'], []]);
    expect(contactOf(test, id)).toMatchObject({ External_Id__c: 'Active' });
  });

  it('says all that is wrong before anything is sent', async () => {
    const test = await anOrg();
    test.emulator.clearRequests();

    const error = await failureOf(
      test.org.contacts.enrich('003', {
        Birthdate: { value: '30.02.1990' },
        AccountId: { value: '003B000001LntWlIAJ' },
        Title: { value: null, how: 'append' },
      }),
    );

    expect(error).toMatchObject({
      code: 'PLAN_INVALID',
      problems: [{ path: 'id' }, { path: 'fields.Birthdate' }, { path: 'fields.AccountId' }, { path: 'fields.Title' }],
    });
    expect(test.emulator.apiCalls()).toBe(0);
  });

  it('can be looked at before it runs', () => {
    const plan = planEnrichment('Contact', '0031i000013x2TEAAY', {
      Title: { value: 'Secret' },
      Description: { value: 'Secret', how: 'append' },
    });

    expect(explainEnrichment(plan)).toMatchInlineSnapshot(`
      "Read LastModifiedDate, Title, Description of Contact 0031i000013x2TEAAY (1 API call).
      Update what has to be, unless the record has been changed since (1 API call):
         Title: where it is blank
         Description: at the end of what is there
      Changed since: read and decide again."
    `);
  });

  it('gives up when others do not stop, and has written nothing', async () => {
    const test = await anOrg();
    const id = await aContact(test);
    let edits = 0;
    const writer = aWriter(test, async () => test.org.contacts.update(id, { Phone: String((edits += 1)) }));

    const error = await failureOf(writer.contacts.enrich(id, { Title: { value: 'CEO' } }));

    expect(error).toMatchObject({ code: 'SALESFORCE_RECORD_LOCKED', retryable: true, outcome: 'notApplied' });
    expect(contactOf(test, id)).toMatchObject({ Title: null, Phone: String(edits) });
  });
});

describe('an edit of somebody else is never lost', () => {
  const enrichments: [string, Enrichment, Readonly<Record<string, unknown>>][] = [
    ['fillBlank', { Description: { value: 'known' } }, { Description: 'theirs' }],
    ['append', { Description: { value: 'known', how: 'append' } }, { Description: 'theirs\nknown' }],
  ];
  const moments = [1, 2, 3].flatMap((nth) => [0, 400, 1000, 5000].map((later) => ({ nth, later })));
  const cases = enrichments.flatMap(([how, enrichment, after]) =>
    moments.map((moment) => ({ how, enrichment, after, ...moment })),
  );

  it.each(cases)('$how: made before request $nth, $later ms after the one before it', async (one) => {
    const test = await anOrg();
    const { time } = test.emulator;
    const id = await aContact(test);
    let theirs = 0;
    const writer = aWriter(test, async (nth) => {
      if (nth !== one.nth) return;
      time.set(new Date(time.now().getTime() + one.later), { frozen: true });
      await test.org.contacts.update(id, { Description: 'theirs' });
      theirs += 1;
    });

    await writer.contacts.enrich(id, one.enrichment);

    expect(contactOf(test, id)).toMatchObject(theirs > 0 ? one.after : { Description: 'known' });
  });

  it('holds for two that enrich and one that edits, interleaved at random', async () => {
    const test = await anOrg();
    const { time } = test.emulator;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(0, 0, 300, 700, 1000, 2500), { minLength: 60, maxLength: 60 }),
        async (scheduler, ticks) => {
          const id = await aContact(test);
          let requests = 0;
          const inTurn = async (): Promise<void> => {
            await scheduler.schedule(Promise.resolve());
            const tick = ticks[(requests += 1) % ticks.length] ?? 0;
            time.set(new Date(time.now().getTime() + tick), { frozen: true });
          };
          const [one, other, editor] = [aWriter(test, inTurn), aWriter(test, inTurn), aWriter(test, inTurn)];

          const done = Promise.all([
            one.contacts.enrich(id, { Description: { value: 'one', how: 'append' }, Title: { value: 'one' } }),
            other.contacts.enrich(id, { Description: { value: 'other', how: 'append' }, Title: { value: 'other' } }),
            editor.contacts.update(id, { Description: 'edited' }),
          ]);
          const [first, second] = await scheduler.waitFor(done);

          const { Description, Title } = contactOf(test, id);
          const parts = String(Description).split('\n');
          expect(parts).toContain('edited');
          // What was written after the edit is there; what it replaced was there when the editor decided to replace it.
          expect(parts.every((part, index) => part === 'edited' || index > 0)).toBe(true);
          const titles = [first, second].filter(({ written }) => written.includes('Title'));
          expect(titles).toHaveLength(1);
          expect(Title).toBe(titles[0] === first ? 'one' : 'other');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('waits for the second to pass in which a record was changed', async () => {
    const test = await anOrg();
    const id = await aContact(test);
    await test.org.contacts.update(id, { Phone: '1' });
    const { time } = test.emulator;
    const before = time.now().getTime();

    const result = await aWriter(test).contacts.enrich(id, { Title: { value: 'CEO' } });

    expect(result).toMatchObject({ written: ['Title'], decidedAgain: 1, apiCalls: 3 });
    expect(time.now().getTime() - before).toBeLessThanOrEqual(4000);
  });
});
