import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';

const V = '/services/data/v66.0';
const RUNS = 60;

interface Step {
  readonly object: 'Account' | 'Contact';
  readonly valid: boolean;
  readonly refersTo: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record<Step>({ object: fc.constantFrom('Account', 'Contact'), valid: fc.boolean(), refersTo: fc.nat(5) }),
  { minLength: 1, maxLength: 10 },
);

function toSubrequests(given: readonly Step[]): object[] {
  return given.map(({ object, valid, refersTo }, index) => ({
    method: 'POST',
    url: `${V}/sobjects/${object}`,
    referenceId: `r${index}`,
    body: {
      ...(valid && { [object === 'Account' ? 'Name' : 'LastName']: `x${index}` }),
      ...(refersTo < index &&
        given[refersTo]?.object === 'Account' && {
          [object === 'Account' ? 'ParentId' : 'AccountId']: `@{r${refersTo}.id}`,
        }),
    },
  }));
}

const rows = ({ emulator }: EmulatorRig): number => emulator.count('Account') + emulator.count('Contact');

it('a composite with allOrNone writes everything or nothing, and without it what it says', async () => {
  await using rig = await createEmulatorRig();

  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (given, allOrNone) => {
      const before = rows(rig);

      const { body } = await rig.call('POST', '/composite', { allOrNone, compositeRequest: toSubrequests(given) });

      const results = (body as { compositeResponse: { httpStatusCode: number }[] }).compositeResponse;
      const created = results.filter(({ httpStatusCode }) => httpStatusCode === 201).length;
      expect(rows(rig) - before).toBe(created);
      expect(allOrNone ? [0, given.length] : [created]).toContain(created);
    }),
    { numRuns: RUNS },
  );
});

it('each graph writes everything or nothing, whatever the others do', async () => {
  await using rig = await createEmulatorRig();

  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 5 }), async (graphs) => {
      const before = rows(rig);

      const { body } = await rig.call('POST', '/composite/graph', {
        graphs: graphs.map((given, index) => ({ graphId: `g${index}`, compositeRequest: toSubrequests(given) })),
      });

      const answered = (body as { graphs: { isSuccessful: boolean }[] }).graphs;
      const written = graphs.reduce((sum, given, index) => sum + (answered[index]?.isSuccessful ? given.length : 0), 0);
      expect(rows(rig) - before).toBe(written);
    }),
    { numRuns: RUNS },
  );
});

it('an id means the same record in both lengths', async () => {
  await using rig = await createEmulatorRig();

  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), async (text) => {
      const LastName = text.trim() === '' ? 'x' : text.trim();
      const id = await rig.create('Contact', { LastName });
      const read = async (given: string): Promise<unknown> =>
        (await rig.call('GET', `/sobjects/Contact/${given}`)).body;
      const query = async (given: string): Promise<unknown> =>
        (await rig.call('GET', `/query?q=${encodeURIComponent(`SELECT LastName FROM Contact WHERE Id = '${given}'`)}`))
          .body;
      const short = id.slice(0, 15);

      expect(await read(short)).toEqual(await read(id));
      expect(await query(short)).toEqual(await query(id));
      expect(await query(id)).toMatchObject({ records: [{ LastName }] });
      expect((await rig.call('PATCH', `/sobjects/Contact/${short}`, { Title: 'CFO' })).status).toBe(204);
    }),
    { numRuns: RUNS },
  );
});

it('API calls are what the log says, the header says and the limit says', async () => {
  await using rig = await createEmulatorRig({ dailyApiRequests: 1_000_000 });
  const calls: readonly (() => Promise<{ headers: Headers }>)[] = [
    () => rig.call('GET', '/limits'),
    () => rig.call('GET', '/services/data'),
    () => rig.call('POST', '/sobjects/Account', {}),
    () =>
      rig.call('POST', '/composite', {
        compositeRequest: toSubrequests([{ object: 'Account', valid: true, refersTo: 9 }]),
      }),
    () =>
      rig.call('POST', '/composite/batch', {
        batchRequests: Array.from({ length: 4 }, () => ({ method: 'GET', url: 'v66.0/limits' })),
      }),
    () => rig.call('GET', '/limits', undefined, { authorization: 'Bearer nonsense' }),
    () => rig.call('GET', '/nothing/there'),
  ];

  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(calls.length - 1), { minLength: 1, maxLength: 12 }), async (chosen) => {
      let said = 0;
      for (const index of chosen) {
        const limitInfo = (await calls[index]?.())?.headers.get('sforce-limit-info');
        if (limitInfo) said = Number(/api-usage=(\d+)/.exec(limitInfo)?.[1]);
      }

      const logged = rig.emulator
        .requests()
        .reduce((sum, { apiCall, apiCalls = 1 }) => sum + (apiCall ? apiCalls : 0), 0);
      expect(rig.emulator.apiCalls()).toBe(logged);
      expect([0, logged]).toContain(said);
      expect((await rig.call('GET', '/limits')).body).toMatchObject({
        DailyApiRequests: { Remaining: 1_000_000 - logged - 1 },
      });
    }),
    { numRuns: 25 },
  );
});
