import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OrgClient, Pipeline } from '../src/index.ts';
import { anOrg, failureOf, type TestOrg, uman } from './build/an-org.ts';
import { aUser } from './build/a-user.ts';
import { allowRecordTypes, deployRecordTypes, deployStages, type StageXml } from './build/sales-processes.ts';

const stages: readonly StageXml[] = [
  { name: 'Prospecting', probability: 10 },
  { name: 'Trial', label: 'Trial & proof', probability: 40, category: 'BestCase' },
  { name: 'Offer', probability: 60, category: 'Forecast' },
  { name: 'Renewing', probability: 80 },
  { name: 'Closed Won', probability: 100, closes: 'won' },
  { name: 'Closed Lost', probability: 0, closes: 'lost' },
];
const recordTypes = [
  { name: 'Enterprise', stages: ['Trial', 'Prospecting', 'Offer', 'Closed Won', 'Closed Lost'] },
  { name: 'Renewal', label: 'Renewals & upsell', stages: ['Renewing', 'Closed Won', 'Closed Lost'] },
  { name: 'Old', stages: ['Prospecting'], isActive: false },
];

/** An org with two pipelines in use, and one that is not. */
async function aSalesOrg(): Promise<TestOrg> {
  const testOrg = await anOrg({ install: [uman] });
  deployStages(testOrg.emulator, stages);
  deployRecordTypes(testOrg.emulator, recordTypes);
  testOrg.emulator.clearRequests();
  return testOrg;
}

const valuesOf = ({ stages: own }: Pipeline) => own.map(({ value }) => value);

describe('pipelines.list', () => {
  it('gives each record type with its own stages, their order and their meaning, in one API call', async () => {
    const { org, emulator } = await aSalesOrg();

    const { pipelines, apiCalls } = await org.pipelines.list();

    expect(apiCalls).toBe(1);
    expect(emulator.apiCalls()).toBe(1);
    expect(pipelines.map(({ developerName, label, isDefault }) => [developerName, label, isDefault])).toEqual([
      ['Enterprise', 'Enterprise', true],
      ['Renewal', 'Renewals & upsell', false],
    ]);
    expect(pipelines.map(valuesOf)).toEqual([
      ['Prospecting', 'Trial', 'Offer', 'Closed Won', 'Closed Lost'],
      ['Renewing', 'Closed Won', 'Closed Lost'],
    ]);
    expect(pipelines[0]?.stages.slice(1, 4)).toEqual([
      {
        value: 'Trial',
        label: 'Trial & proof',
        probability: 40,
        forecastCategory: 'BestCase',
        outcome: 'open',
        position: 2,
        isDefault: true,
      },
      expect.objectContaining({ value: 'Offer', forecastCategory: 'Forecast', position: 3, isDefault: false }),
      expect.objectContaining({ value: 'Closed Won', outcome: 'won', probability: 100, position: 4 }),
    ]);
  });

  it('leaves out what this user may not use', async () => {
    const { emulator, another } = await aSalesOrg();
    emulator.cloneProfile({ name: 'Renewals', from: 'Standard User' });
    allowRecordTypes(emulator, { profile: 'Renewals', allowed: ['Renewal'], denied: ['Enterprise'] });
    emulator.createUser({ username: 'renewals@uman.test', password: 'x', profile: 'Renewals' });
    const { accessToken } = emulator.issueSession({ username: 'renewals@uman.test' });

    const { pipelines } = await another({ accessToken: async () => accessToken }).pipelines.list();

    expect(pipelines.map(({ developerName, isDefault }) => [developerName, isDefault])).toEqual([['Renewal', true]]);
  });

  it.each([
    ['an org without record types', async () => (await anOrg({ install: [uman] })).org],
    ['a user without any of them', async () => aUser(await aSalesOrg())],
  ])('gives one master pipeline with every active stage: %s', async (_, clientOf) => {
    const org = await clientOf();

    const { pipelines, apiCalls } = await org.pipelines.list();

    expect(apiCalls).toBe(1);
    expect(pipelines).toMatchObject([{ developerName: 'Master', isMaster: true, isDefault: true }]);
    expect(valuesOf(pipelines[0]!)).toEqual(expect.arrayContaining(['Prospecting', 'Closed Won', 'Closed Lost']));
  });

  it('says that the user may not read opportunities at all', async () => {
    const org = await aUser(await aSalesOrg(), { without: ['Opportunity'] });

    const error = await failureOf(org.pipelines.list());

    expect(error).toMatchObject({ object: 'Opportunity', outcome: 'notApplied' });
  });

  it('asks for the stages of each record type where the layouts do not have them', async () => {
    const { emulator, another } = await aSalesOrg();
    const instanceUrl = await withoutPicklists(emulator.url);
    const direct = await another().pipelines.list();

    const indirect = await another({ instanceUrl }).pipelines.list();

    expect(indirect).toEqual({ ...direct, apiCalls: 3 });
  });
});

describe('pipelines.changes', () => {
  it('finds nothing where nothing has changed, also after a way through JSON', async () => {
    const { org } = await aSalesOrg();
    const before = JSON.parse(JSON.stringify(await org.pipelines.list())) as Awaited<
      ReturnType<OrgClient['pipelines']['list']>
    >;

    const { changes, now, apiCalls } = await org.pipelines.changes(before);

    expect(changes).toEqual([]);
    expect(now.fingerprint).toBe(before.fingerprint);
    expect(apiCalls).toBe(1);
  });

  it('says what an administrator has changed since', async () => {
    const { org, emulator } = await aSalesOrg();
    const before = await org.pipelines.list();
    deployStages(emulator, [
      { name: 'Offer', probability: 60, category: 'Forecast' },
      { name: 'Prospecting', probability: 15 },
      { name: 'Legal', probability: 70 },
      { name: 'Renewing', label: 'Renewal talks', probability: 80 },
      { name: 'Closed Won', probability: 100, closes: 'won' },
      { name: 'Closed Lost', probability: 0, closes: 'lost' },
    ]);
    deployRecordTypes(emulator, [
      { name: 'Enterprise', stages: ['Prospecting', 'Offer', 'Legal', 'Closed Won', 'Closed Lost'] },
      { name: 'Partner', stages: ['Prospecting', 'Closed Won'] },
    ]);
    emulator.clearRequests();

    const { changes, now, apiCalls } = await org.pipelines.changes(before);

    expect(apiCalls).toBe(1);
    expect(now.fingerprint).not.toBe(before.fingerprint);
    const [enterprise, renewal] = before.pipelines.map(({ id, developerName, label }) => ({
      id,
      developerName,
      label,
    }));
    expect(changes).toEqual([
      { kind: 'pipelineAdded', pipeline: expect.objectContaining({ developerName: 'Partner' }) },
      { kind: 'probabilityChanged', pipeline: enterprise, stage: 'Prospecting', from: 10, to: 15 },
      { kind: 'stageAdded', pipeline: enterprise, stage: 'Legal', position: 3 },
      { kind: 'stageRetired', pipeline: enterprise, stage: 'Trial' },
      {
        kind: 'stagesReordered',
        pipeline: enterprise,
        from: ['Prospecting', 'Offer', 'Closed Won', 'Closed Lost'],
        to: ['Offer', 'Prospecting', 'Closed Won', 'Closed Lost'],
        moved: ['Prospecting'],
      },
      { kind: 'defaultStageChanged', pipeline: enterprise, from: 'Trial', to: 'Prospecting' },
      { kind: 'stageRenamed', pipeline: renewal, stage: 'Renewing', from: 'Renewing', to: 'Renewal talks' },
    ]);
  });

  it('says which pipeline can no longer be used', async () => {
    const { org, emulator } = await aSalesOrg();
    const before = await org.pipelines.list();
    deployRecordTypes(emulator, [{ ...recordTypes[0]!, isActive: false }]);

    const { changes } = await org.pipelines.changes(before);

    expect(changes).toEqual(
      expect.arrayContaining([
        { kind: 'pipelineRetired', pipeline: expect.objectContaining({ developerName: 'Enterprise' }) },
      ]),
    );
  });

  it('sends nothing for a value that is no list', async () => {
    const { org, emulator } = await aSalesOrg();

    const error = await failureOf(org.pipelines.changes({ pipelines: [{}] } as never));

    expect(error).toMatchObject({ code: 'SALESFORCE_REQUEST_INVALID', path: 'since', fixedBy: 'caller' });
    expect(emulator.apiCalls()).toBe(0);
  });
});

/** Stands before an org and takes the picklists out of its layouts, as the API guide leaves it open. */
async function withoutPicklists(url: string): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(url + (request.url ?? ''), {
        method: request.method ?? 'GET',
        headers: { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' },
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      const text = await answer.text();
      const without = JSON.stringify(JSON.parse(text), (key, value: unknown) =>
        key === 'picklistsForRecordType' ? null : value,
      );
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'sforce-limit-info': answer.headers.get('sforce-limit-info') ?? '',
      });
      response.end(without);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
