import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, SandboxResetError, SeedError, UnknownSnapshotError } from '../src/index.ts';
import { createEmulatorRig, salesMetadata } from './emulator-rig.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'emulator-state-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe.each([
  ['in memory', () => undefined],
  ['in a file', () => join(directory, 'org.sqlite')],
  ['in a directory', () => join(directory, 'orgs/')],
])('orgs %s', (_, toData) => {
  const open = () => {
    const data = toData();
    return createEmulatorRig(data === undefined ? {} : { data });
  };

  it('go back to a snapshot: records, sessions, clocks, orgs', async () => {
    await using rig = await open();
    const kept = await rig.create('Account', { Name: 'Kept' });
    const early = rig.emulator.createOrg({ kind: 'developer' });
    rig.emulator.takeSnapshot('before');

    await rig.call('DELETE', `/sobjects/Account/${kept}`);
    await rig.create('Account', { Name: 'Later' });
    rig.emulator.time.advance(86_400_000);
    rig.emulator.removeOrg(early.org.id);
    const late = rig.emulator.createOrg({ kind: 'developer' });
    const { accessToken } = rig.emulator.issueSession();
    rig.emulator.restoreSnapshot('before');
    const again = await rig.create('Account', { Name: 'Again' });
    const forgotten = await rig.call('GET', '/limits', undefined, { authorization: `Bearer ${accessToken}` });

    expect(new Set(rig.emulator.records('Account').map(({ Name }) => Name))).toEqual(new Set(['Kept', 'Again']));
    expect(again).toMatch(/^001/);
    expect(forgotten.status).toBe(401);
    expect(rig.emulator.time.now().getTime()).toBeLessThan(Date.now() + 60_000);
    expect(rig.emulator.orgs.map(({ org }) => org.id)).toEqual([rig.emulator.org.id, early.org.id]);
    expect(rig.emulator.orgs.map(({ org }) => org.id)).not.toContain(late.org.id);
    expect(rig.emulator.snapshots).toMatchObject([{ name: 'before', whole: true }]);
  });
});

describe('an org', () => {
  it('goes back by itself, and leaves the others', async () => {
    await using rig = await createEmulatorRig();
    const other = rig.emulator.createOrg({ kind: 'developer' });
    other.takeSnapshot('empty');
    other.seed({ records: [{ object: 'Account', fields: { Name: 'Gone' } }] });
    await rig.create('Account', { Name: 'Stays' });

    other.restoreSnapshot('empty');

    expect([rig.emulator.count('Account'), other.count('Account')]).toEqual([1, 0]);
    expect(() => rig.emulator.orgs[0]?.restoreSnapshot('empty')).toThrow(UnknownSnapshotError);
    expect(() => rig.emulator.restoreSnapshot('never')).toThrow(UnknownSnapshotError);
  });

  it('is emptied with its id, administrator and metadata; a sandbox is not', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    await rig.create('Region__c', { Name: 'EMEA', Code__c: 'EMEA' });
    rig.emulator.createSandbox({ name: 'rc1' });
    const { id } = rig.emulator.org;

    const [, sandbox] = rig.emulator.orgs;
    expect(() => sandbox?.reset()).toThrow(SandboxResetError);
    rig.emulator.reset();
    const { accessToken } = rig.emulator.issueSession();
    const answer = await rig.call('GET', '/sobjects/Region__c', undefined, { authorization: `Bearer ${accessToken}` });

    expect([answer.status, rig.emulator.count('Region__c'), rig.emulator.orgs.length]).toEqual([200, 0, 1]);
    expect(accessToken.split('!')[0]).toBe(id.slice(0, 15));
    expect((await rig.call('GET', '/limits')).status).toBe(401);
  });
});

describe('a seed', () => {
  const deal = { Name: 'Renewal', StageName: 'Qualification', CloseDate: '2026-12-31' };

  it('creates records that refer to each other, with everything that creating them does', async () => {
    await using rig = await createEmulatorRig({
      seed: {
        records: [
          { object: 'Account', ref: 'acme', fields: { Name: 'Acme' } },
          { object: 'Opportunity', fields: { ...deal, AccountId: { ref: 'acme' } } },
        ],
      },
    });

    const [account] = rig.emulator.records('Account');
    expect(rig.emulator.records('Opportunity')).toMatchObject([{ AccountId: account?.['Id'], Probability: 10 }]);
    expect(rig.emulator.apiCalls()).toBe(0);
  });

  it('is created once in an org that is kept', async () => {
    const options = {
      data: join(directory, 'seeded.sqlite'),
      seed: { records: [{ object: 'Account', fields: { Name: 'Acme' } }] },
    };
    await (await createEmulator(options)).close();
    const again = await createEmulator(options);
    const count = again.count('Account');
    await again.close();

    expect(count).toBe(1);
  });

  it.each([
    [
      'an object that is not there',
      { object: 'Nothing__c', fields: {} },
      /record 2 \(Nothing__c\): this org has no such/,
    ],
    ['a reference to nothing', { object: 'Contact', fields: { AccountId: { ref: 'x' } } }, /its AccountId names "x"/],
    [
      'a name given twice',
      { object: 'Account', ref: 'acme', fields: { Name: 'B' } },
      /another record before it is called/,
    ],
    ['what the org refuses', { object: 'Account', fields: {} }, /REQUIRED_FIELD_MISSING: .*\[Name\]/],
  ])('explains %s, and creates nothing', async (_, wrong, message) => {
    await using rig = await createEmulatorRig();
    const right = { object: 'Account', ref: 'acme', fields: { Name: 'Acme' } };

    expect(() => rig.emulator.seed({ records: [right, wrong] })).toThrow(SeedError);
    expect(() => rig.emulator.seed({ records: [right, wrong] })).toThrow(message);
    expect(rig.emulator.count('Account')).toBe(0);
  });
});

it('finds requests of the log by method, path, status, user, org and time', async () => {
  await using rig = await createEmulatorRig();
  const other = rig.emulator.createOrg({ kind: 'developer' });
  const { emulator } = rig;
  await rig.call('GET', '/limits');
  await rig.call('GET', '/sobjects/Nothing__c');
  const since = new Date();
  await rig.call('POST', '/sobjects/Account', { Name: 'Acme' });
  await rig.call('GET', '/limits', undefined, { authorization: `Bearer ${other.issueSession().accessToken}` });

  const paths = (filter: Parameters<typeof emulator.requests>[0]) =>
    emulator.requests(filter).map(({ path }) => path.replace('/services/data/v66.0', ''));

  expect(paths({ method: 'post' })).toEqual(['/sobjects/Account']);
  expect(paths({ path: /\/sobjects\/\w+$/ })).toEqual(['/sobjects/Nothing__c', '/sobjects/Account']);
  expect([paths({ status: '4xx' }), paths({ status: 201 })]).toEqual([['/sobjects/Nothing__c'], ['/sobjects/Account']]);
  expect(paths({ user: other.admin.username })).toEqual(['/limits']);
  expect(paths({ org: other.org.id.slice(0, 15) })).toEqual(['/limits']);
  expect(paths({ since, org: emulator.org.id })).toEqual(['/sobjects/Account']);
});
