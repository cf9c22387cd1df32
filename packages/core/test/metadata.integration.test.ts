import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createMetadataCache, type MetadataChange, type MetadataStore } from '../src/index.ts';
import { anOrg, failureOf } from './build/an-org.ts';

const MASTER = '012000000000000AAA';

/** What an administrator does to the customer's objects while we know them. */
const later = fileURLToPath(new URL('metadata-later', import.meta.url));

/** A store as Redis would be one: text by key. */
function aStore(): MetadataStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get: async (key) => texts.get(key),
    set: async (key, value) => {
      texts.set(key, value);
    },
  };
}

/** A clock of the caches that is far ahead of the org's changes, so that their conditions can be trusted. */
function aClock(): { now: () => number; passSeconds: (seconds: number) => void } {
  let ahead = 60_000;
  return {
    now: () => Date.now() + ahead,
    passSeconds: (seconds) => {
      ahead += seconds * 1000;
    },
  };
}

describe('metadata', () => {
  it('describes an object with what this package uses, for one API call', async () => {
    const { org } = await anOrg();

    const region = await org.metadata.describe('Region__c');

    expect(region).toMatchObject({ name: 'Region__c', custom: true, createable: true });
    expect(region.fields.find(({ name }) => name === 'Code__c')).toMatchObject({ type: 'string', externalId: true });
    expect(org.apiCalls).toBe(1);
  });

  it('answers a second question without asking, whatever the case of the name', async () => {
    const { org } = await anOrg();
    await org.metadata.describe('Region__c');

    await org.metadata.describe('region__C');

    expect(org.apiCalls).toBe(1);
    expect(org.metadata.known('REGION__C')?.name).toBe('Region__c');
  });

  it('asks once for everybody who asks at the same time', async () => {
    const { another } = await anOrg();
    const metadata = createMetadataCache();
    const [one, two] = [another({ metadata }), another({ metadata })];

    const answers = await Promise.all([one, one, two].map(async (org) => org.metadata.describe('Account')));

    expect(new Set(answers).size).toBe(1);
    expect(one.apiCalls + two.apiCalls).toBe(1);
  });

  it('puts several questions into one request', async () => {
    const { org } = await anOrg();
    const { metadata } = org;

    await Promise.all([
      metadata.describe('Account'),
      metadata.describe('Opportunity'),
      metadata.objects(),
      metadata.layouts('Opportunity'),
      metadata.layout('Account', MASTER),
    ]);

    expect(org.apiCalls).toBe(1);
  });

  it('fails only the question about what is not there, and does not keep that', async () => {
    const { org } = await anOrg();

    const [account, nothing] = await Promise.allSettled([
      org.metadata.describe('Account'),
      org.metadata.describe('Nothing__c'),
    ]);
    const again = await failureOf(org.metadata.describe('Nothing__c'));

    expect(account.status).toBe('fulfilled');
    expect(nothing).toMatchObject({ reason: { code: 'SALESFORCE_REQUEST_INVALID', object: 'Nothing__c' } });
    expect(again).toMatchObject({ code: 'SALESFORCE_REQUEST_INVALID', object: 'Nothing__c' });
    expect(org.apiCalls).toBe(2);
  });

  it('does not keep a failure of the org', async () => {
    const { org, emulator } = await anOrg();
    emulator.faults.failNext({ status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'server too busy' }] });

    const error = await failureOf(org.metadata.describe('Account'));
    const account = await org.metadata.describe('Account');

    expect(error).toMatchObject({ code: 'SALESFORCE_UNAVAILABLE' });
    expect(account.name).toBe('Account');
  });

  it('gives every picklist of a record type, with the labels as people see them', async () => {
    const { org } = await anOrg();
    const { recordTypeInfos } = await org.metadata.describe('Opportunity');
    const enterprise = recordTypeInfos.find(({ developerName }) => developerName === 'Enterprise')?.recordTypeId ?? '';

    const { StageName } = await org.metadata.picklistValues('Opportunity', enterprise);
    const { Industry } = await org.metadata.picklistValues('Account', MASTER);

    expect(StageName?.values.map(({ value }) => value)).toContain('Prospecting');
    expect(StageName?.values[0]?.attributes).toMatchObject({ closed: false, won: false });
    expect(Industry?.values.map(({ label }) => label)).toContain('Food & Beverage');
  });

  it('names the fields that a page layout requires', async () => {
    const { org } = await anOrg();

    const { fields } = await org.metadata.layout('Opportunity', MASTER);

    expect(fields.find(({ name }) => name === 'CloseDate')).toMatchObject({ required: true });
  });

  it('lets one give up waiting, and answers the others', async () => {
    const { org } = await anOrg();
    const giveUp = new AbortController();

    const impatient = failureOf(org.metadata.describe('Account', { signal: giveUp.signal }));
    const patient = org.metadata.describe('Account');
    giveUp.abort(new Error('enough'));

    expect(await impatient).toMatchObject({ message: 'enough' });
    expect((await patient).name).toBe('Account');
  });

  it('refuses what is no name before it asks', async () => {
    const { org } = await anOrg();

    const error = await failureOf(org.metadata.describe('Account/../x'));

    expect(error).toMatchObject({ code: 'PLAN_INVALID', path: 'object' });
    expect(org.apiCalls).toBe(0);
  });
});

describe('metadata that has grown old', () => {
  it('is asked for on condition that it changed', async () => {
    const { emulator, another } = await anOrg();
    const clock = aClock();
    const org = another({ metadata: createMetadataCache({ maxAgeSeconds: 60, now: clock.now }) });
    const { metadata } = org;
    const ask = async () =>
      Promise.all([
        metadata.describe('Account'),
        metadata.describe('Region__c'),
        metadata.picklistValues('Account', MASTER),
      ]);
    const before = await ask();
    clock.passSeconds(61);
    emulator.clearRequests();

    const after = await ask();
    await ask();

    expect(after.map((value, index) => value === before[index])).toEqual([true, true, true]);
    expect(emulator.requests().map(({ status }) => status)).toEqual(expect.arrayContaining([200, 304]));
    expect(emulator.requests()).toHaveLength(2);
  });

  it('alone is answered with 304', async () => {
    const { emulator, another } = await anOrg();
    const clock = aClock();
    const org = another({ metadata: createMetadataCache({ now: clock.now }) });
    await org.metadata.describe('Account');

    await org.metadata.describe('Account', { revalidate: true });

    expect(emulator.requests().map(({ status }) => status)).toEqual([200, 304]);
  });

  it('tells what has changed', async () => {
    const { emulator, another } = await anOrg();
    const changes: MetadataChange[] = [];
    const clock = aClock();
    const onChange = (change: MetadataChange): void => {
      changes.push(change);
    };
    const org = another({ metadata: createMetadataCache({ onChange, now: clock.now }) });
    await Promise.all([org.metadata.describe('Region__c'), org.metadata.describe('Account')]);
    emulator.time.advance(5000);
    emulator.install({ directory: later });

    const region = await org.metadata.describe('Region__c', { revalidate: true });
    await org.metadata.describe('Account', { revalidate: true });

    expect(region.fields.map(({ name }) => name)).toContain('Continent__c');
    expect(changes).toEqual([
      {
        kind: 'describe',
        object: 'Region__c',
        recordTypeId: undefined,
        added: ['Continent__c'],
        removed: [],
        changed: [{ name: 'Label__c', members: ['label', 'length'] }],
      },
    ]);
  });
});

describe('a store outside the process', () => {
  it('answers another process without a request', async () => {
    const { another } = await anOrg();
    const store = aStore();
    const [first, second] = ['one', 'two'].map(() =>
      another({ metadata: createMetadataCache({ store, scope: 'c1' }) }),
    );
    const before = await first?.metadata.describe('Account');

    const after = await second?.metadata.describe('Account');

    expect(after).toEqual(before);
    expect(second?.apiCalls).toBe(0);
    expect([...store.texts.keys()]).toEqual(['c1/66.0/describe/account']);
    expect(JSON.parse(store.texts.get('c1/66.0/describe/account') ?? '')).toMatchObject({ format: 1 });
  });

  it.each([
    ['no JSON', '{'],
    ['another format', '{"format":0,"value":{}}'],
    ['something else', '{"format":1,"checkedAt":9999999999999,"validator":{},"value":{"name":"Account"}}'],
  ])('that holds %s costs a request', async (_name, text) => {
    const { another } = await anOrg();
    const store = aStore();
    store.texts.set('c1/66.0/describe/account', text);
    const org = another({ metadata: createMetadataCache({ store, scope: 'c1' }) });

    const account = await org.metadata.describe('Account');

    expect(account.fields.length).toBeGreaterThan(10);
    expect(org.apiCalls).toBe(1);
  });

  it('that fails costs a request, and is told', async () => {
    const { another } = await anOrg();
    const errors: unknown[] = [];
    const broken = async () => Promise.reject(new Error('store down'));
    const store: MetadataStore = { get: broken, set: broken };
    const org = another({
      metadata: createMetadataCache({ store, scope: 'c1', onStoreError: (error) => errors.push(error) }),
    });

    const account = await org.metadata.describe('Account');

    expect(account.name).toBe('Account');
    expect(errors).toHaveLength(2);
  });

  it('needs a scope', () => {
    expect(() => createMetadataCache({ store: aStore() })).toThrow(TypeError);
  });
});
