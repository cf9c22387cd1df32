import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createEmulator, OrgExistsError, PrimaryOrgError, type EmulatedOrg, type Emulator } from '../src/index.ts';
import { createEmulatorRig, salesMetadata, type Answer, type EmulatorRig } from './emulator-rig.ts';

const ORGANIZATION = `/query?q=${encodeURIComponent(
  'SELECT Id, Name, InstanceName, IsSandbox, TrialExpirationDate, NamespacePrefix, OrganizationType FROM Organization',
)}`;

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'emulated-orgs-'));
  directories.push(directory);
  return directory;
}

/** A call of another org's administrator. */
function callIn(rig: EmulatorRig, org: EmulatedOrg, method: string, path: string, body?: unknown): Promise<Answer> {
  return rig.call(method, path, body, { authorization: `Bearer ${org.issueSession().accessToken}` });
}

async function organizationOf(rig: EmulatorRig, org: EmulatedOrg): Promise<unknown> {
  const { body } = await callIn(rig, org, 'GET', ORGANIZATION);
  return (body as { records: unknown[] }).records[0];
}

describe('orgs of one process', () => {
  it('are told apart by the access token, at one address', async () => {
    await using rig = await createEmulatorRig();
    const other = rig.emulator.createOrg({ kind: 'production', domain: 'acme', install: [salesMetadata] });

    const made = await callIn(rig, other, 'POST', '/sobjects/Region__c', { Name: 'EMEA', Code__c: 'EMEA' });
    const unknown = await rig.call('GET', '/sobjects/Region__c');

    expect([made.status, unknown.status]).toEqual([201, 404]);
    expect(other.count('Region__c')).toBe(1);
    expect(other.issueSession()).toMatchObject({
      instanceUrl: rig.emulator.url,
      accessToken: expect.stringMatching(new RegExp(`^${other.org.id.slice(0, 15)}!`)),
    });
    expect(other.requests().map(({ path }) => path)).toEqual(['/services/data/v66.0/sobjects/Region__c']);
    expect(rig.emulator.requests()).toHaveLength(2);
    expect([other.apiCalls(), rig.emulator.apiCalls()]).toEqual([1, 2]);
  });

  it('say what they are in their Organization row, as the sf CLI asks for it', async () => {
    await using rig = await createEmulatorRig();
    const hub = rig.emulator.createOrg({ kind: 'production', devHub: true, name: 'Acme', namespace: 'acme' });
    const scratch = rig.emulator.createOrg({ kind: 'scratch', expiresAt: new Date('2026-12-01T00:00:00Z') });

    expect(await organizationOf(rig, rig.emulator)).toMatchObject({
      Id: rig.emulator.org.id,
      OrganizationType: 'Developer Edition',
      IsSandbox: false,
      TrialExpirationDate: null,
      NamespacePrefix: null,
      InstanceName: 'LOCAL',
    });
    expect(await organizationOf(rig, hub)).toMatchObject({
      Id: hub.org.id,
      Name: 'Acme',
      OrganizationType: 'Enterprise Edition',
      IsSandbox: false,
      NamespacePrefix: 'acme',
    });
    expect(await organizationOf(rig, scratch)).toMatchObject({
      OrganizationType: 'Developer Edition',
      IsSandbox: true,
      TrialExpirationDate: '2026-12-01T00:00:00.000+0000',
    });
    expect(scratch.admin.username).toMatch(/^test-\w{12}@example\.com$/);
    expect(new Set(rig.emulator.orgs.map(({ org }) => org.myDomain)).size).toBe(3);
    expect(new Set(rig.emulator.orgs.map(({ org }) => org.instanceName)).size).toBe(3);
  });

  it('count their own API calls against their own limits', async () => {
    await using rig = await createEmulatorRig();
    const small = rig.emulator.createOrg({ kind: 'developer', dailyApiRequests: 1 });

    const first = await callIn(rig, small, 'GET', '/limits');
    const second = await callIn(rig, small, 'GET', '/limits');
    const other = await rig.call('GET', '/limits');

    expect([first.status, second.status, other.status]).toEqual([200, 403, 200]);
    expect(first.headers.get('sforce-limit-info')).toBe('api-usage=1/1');
    expect(other.headers.get('sforce-limit-info')).toBe('api-usage=1/100000');
  });

  it('are found by the My Domain in the Host header, where a token of another org is none', async () => {
    await using rig = await createEmulatorRig();
    const acme = rig.emulator.createOrg({ kind: 'production', domain: 'acme' });
    const status = async (host: string, org: EmulatedOrg): Promise<number> => {
      const { request } = await import('node:http');
      return new Promise((resolve, reject) => {
        const headers = { host, authorization: `Bearer ${org.issueSession().accessToken}` };
        request(`${rig.emulator.url}/services/data/v66.0/limits`, { headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    };

    expect(await status('acme.my.salesforce.com', acme)).toBe(200);
    expect(await status('ACME.my.localhost:8080', acme)).toBe(200);
    expect(await status('acme.my.localhost', rig.emulator)).toBe(401);
    expect(await status('elsewhere.my.localhost', rig.emulator)).toBe(200);
  });

  it('take no domain and no administrator twice', async () => {
    await using rig = await createEmulatorRig();
    const acme = rig.emulator.createOrg({ kind: 'production', domain: 'acme' });

    expect(() => rig.emulator.createOrg({ kind: 'production', domain: 'ACME' })).toThrow(OrgExistsError);
    expect(() => rig.emulator.createOrg({ kind: 'scratch', admin: { username: acme.admin.username } })).toThrow(
      OrgExistsError,
    );
    expect(rig.emulator.orgs).toHaveLength(2);
  });

  it('end with all that is in them, but for the first one', async () => {
    await using rig = await createEmulatorRig();
    const scratch = rig.emulator.createOrg({ kind: 'scratch' });
    const { accessToken } = scratch.issueSession();

    rig.emulator.removeOrg(scratch.org.id);
    const gone = await rig.call('GET', '/limits', undefined, { authorization: `Bearer ${accessToken}` });

    expect(gone.status).toBe(401);
    expect(rig.emulator.orgs).toHaveLength(1);
    expect(() => rig.emulator.removeOrg(rig.emulator.org.id)).toThrow(PrimaryOrgError);
  });
});

describe('a sandbox', () => {
  it('has the metadata, setup and users of its source, but neither its records nor its sessions', async () => {
    await using rig = await createEmulatorRig({
      org: { kind: 'production', domain: 'acme' },
      install: [salesMetadata],
    });
    rig.emulator.createUser({ username: 'ann@uman.test', password: 'secret' });
    const account = await rig.create('Account', { Name: 'Acme' });

    const sandbox = rig.emulator.createSandbox({ name: 'rc1' });

    expect(sandbox.org).toMatchObject({
      kind: 'sandbox',
      myDomain: 'acme--rc1.sandbox.my.salesforce.com',
      parentOrgId: rig.emulator.org.id,
      sandboxName: 'rc1',
    });
    expect(sandbox.admin.username).toBe(`${rig.emulator.admin.username}.rc1`);
    expect(sandbox.records('User').map(({ Username, Email }) => [Username, Email])).toEqual([
      ['admin@uman.test.rc1', 'admin@uman.test.invalid'],
      ['ann@uman.test.rc1', 'ann@uman.test.invalid'],
    ]);
    expect(await organizationOf(rig, sandbox)).toMatchObject({
      Id: sandbox.org.id,
      IsSandbox: true,
      TrialExpirationDate: null,
      OrganizationType: 'Enterprise Edition',
    });
    expect(sandbox.count('RecordType')).toBe(rig.emulator.count('RecordType'));
    expect((await callIn(rig, sandbox, 'GET', `/sobjects/Account/${account}`)).status).toBe(404);
    expect((await rig.call('GET', `/sobjects/Account/${account}`)).status).toBe(200);
  });

  it('keeps records with their ids when it is a full one, and goes its own way from then on', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });
    const sandbox = rig.emulator.createSandbox({ name: 'full', withRecords: true });

    await callIn(rig, sandbox, 'PATCH', `/sobjects/Account/${account}`, { Name: 'Changed' });
    const added = await callIn(rig, sandbox, 'POST', '/sobjects/Account', { Name: 'New' });

    expect(new Set(sandbox.records('Account').map(({ Name }) => Name))).toEqual(new Set(['Changed', 'New']));
    expect(rig.emulator.records('Account').map(({ Name }) => Name)).toEqual(['Acme']);
    expect((added.body as { id: string }).id.slice(3, 6)).not.toBe(account.slice(3, 6));
  });
});

describe('orgs in files', () => {
  const open = (data: string): Promise<Emulator> => createEmulator({ data });

  it('keep the daily limit that was set, unless it is given anew', async () => {
    const data = join(aDirectory(), 'org.sqlite');
    const limitOf = (emulator: Emulator): Promise<unknown> =>
      fetch(`${emulator.url}/__emulator`).then((response) => response.json());
    const before = await open(data);
    await fetch(`${before.url}/__emulator/limits/daily`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"limit":7}',
    });
    await before.close();

    const kept = await open(data);
    const keptLimit = await limitOf(kept);
    await kept.close();
    const given = await createEmulator({ data, dailyApiRequests: 9 });
    const givenLimit = await limitOf(given);
    await given.close();

    expect([keptLimit, givenLimit]).toMatchObject([{ apiRequests: { limit: 7 } }, { apiRequests: { limit: 9 } }]);
  });

  it.each([
    ['one for each in a directory', (directory: string) => directory],
    ['further ones beside the file of the first', (directory: string) => join(directory, 'org.sqlite')],
  ])('%s, over a restart', async (_, toData) => {
    const directory = aDirectory();
    const before = await open(toData(directory));
    const sandbox = before.createSandbox({ name: 'rc1' });
    sandbox.createUser({ username: 'bob@uman.test', password: 'x' });
    const ids = before.orgs.map(({ org }) => org.id);
    const { accessToken } = sandbox.issueSession();
    await before.close();

    const after = await open(toData(directory));
    const answer = await fetch(`${after.url}/services/data/v66.0/limits`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const again = after.orgs.map(({ org }) => org.id);
    const users = after.orgs.at(-1)?.count('User');
    after.removeOrg(sandbox.org.id);
    await after.close();

    expect(again).toEqual(ids);
    expect(answer.status).toBe(200);
    expect(users).toBe(2);
    expect(readdirSync(directory).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  });
});
