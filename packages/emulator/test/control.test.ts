import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type EmulatorRig } from './emulator-rig.ts';

async function control(rig: EmulatorRig, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${rig.emulator.url}/__emulator${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

it('says what org this is', async () => {
  await using rig = await createEmulatorRig();

  expect(await control(rig, 'GET', '')).toMatchObject({
    status: 200,
    body: { orgId: rig.emulator.org.id, url: rig.emulator.url, notesEnabled: true },
  });
});

it('looks at counts, records and requests without an API call', async () => {
  await using rig = await createEmulatorRig();
  await rig.create('Account', { Name: 'Acme' });

  expect(await control(rig, 'GET', '/counts')).toMatchObject({ body: { Account: 1, Contact: 0 } });
  expect(await control(rig, 'GET', '/records/Account')).toMatchObject({ body: [{ Name: 'Acme' }] });
  expect(await control(rig, 'GET', '/requests')).toMatchObject({
    body: { apiCalls: 1, requests: [{ method: 'POST', path: '/services/data/v66.0/sobjects/Account', status: 201 }] },
  });
  await control(rig, 'DELETE', '/requests');
  expect(await control(rig, 'GET', '/requests')).toMatchObject({ body: { apiCalls: 0, requests: [] } });
});

it('ends the sessions of one user, or of all, and lets them end by themselves', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.createUser({ username: 'ann@uman.test', password: 'x', profile: 'System Administrator' });
  const tokens = ['ann@uman.test', rig.emulator.admin.username].map(
    (username) => rig.emulator.issueSession({ username }).accessToken,
  );
  const statuses = () =>
    Promise.all(
      tokens.map(async (token) => {
        const answer = await rig.call('GET', '/limits', undefined, { authorization: `Bearer ${token}` });
        return answer.status;
      }),
    );

  await control(rig, 'POST', '/sessions/end', { username: 'ann@uman.test' });
  const one = await statuses();
  await control(rig, 'PUT', '/sessions/timeout', { minutes: 120 });
  rig.emulator.time.advance(119 * 60_000);
  const used = await statuses();
  rig.emulator.time.advance(119 * 60_000);
  const usedAgain = await statuses();
  rig.emulator.time.advance(121 * 60_000);
  const idle = await statuses();

  expect([one, used, usedAgain, idle]).toEqual([
    [401, 200],
    [401, 200],
    [401, 200],
    [401, 401],
  ]);
});

it('removes the faults of one org alone', async () => {
  await using rig = await createEmulatorRig();
  const other = rig.emulator.createOrg({ kind: 'production' });
  await control(rig, 'POST', `/orgs/${other.org.id}/faults`, { fault: 'readOnly' });
  await control(rig, 'POST', '/faults', { fault: 'unavailable' });

  await control(rig, 'DELETE', `/orgs/${other.org.id}/faults`);

  expect(rig.emulator.faults.list().map(({ fault }) => fault.fault)).toEqual(['unavailable']);
});

it('takes faults of every kind, lists them with their hits, and removes one', async () => {
  await using rig = await createEmulatorRig();
  const other = rig.emulator.createOrg({ kind: 'developer' });

  const lock = await control(rig, 'POST', `/orgs/${other.org.id}/faults`, { fault: 'lockRow', object: 'Account' });
  await control(rig, 'POST', '/faults', {
    fault: 'unavailable',
    pathPattern: 'limits$',
    times: 'unlimited',
    probability: 1,
    seed: 3,
  });
  await rig.call('GET', '/limits');
  const list = await control(rig, 'GET', '/faults');
  const { id } = (lock as { body: { id: string } }).body;
  await control(rig, 'DELETE', `/faults/${id}`);
  const spent = await control(rig, 'PUT', '/limits/daily', { limit: 10, used: 10 });
  await control(rig, 'DELETE', '/faults');

  expect(list).toMatchObject({
    body: [
      { id, hits: 0, fault: 'lockRow', object: 'Account', org: other.org.id },
      { hits: 1, fault: 'unavailable', pathPattern: 'limits$', times: 'unlimited' },
    ],
  });
  expect(spent).toMatchObject({ body: { used: 10, limit: 10 } });
  expect((await rig.call('GET', '/limits')).status).toBe(403);
});

it('breaks requests and mends them', async () => {
  await using rig = await createEmulatorRig();
  const match = { pathPattern: '/limits$' };

  await control(rig, 'POST', '/faults', { fault: 'failNext', answer: { status: 503, body: [] }, match });
  await control(rig, 'POST', '/faults', { fault: 'dropAnswerAfterCommit', match: { path: '/never' } });
  await control(rig, 'POST', '/faults', { fault: 'delayNext', milliseconds: 1 });
  const broken = await rig.call('GET', '/limits');
  await control(rig, 'DELETE', '/faults');
  const mended = await rig.call('GET', '/limits');

  expect([broken.status, mended.status]).toEqual([503, 200]);
});

it('registers apps, creates users, and gives and takes sessions', async () => {
  await using rig = await createEmulatorRig();

  const app = await control(rig, 'POST', '/apps', {
    name: 'uman',
    clientId: 'c',
    redirectUris: ['http://localhost/cb'],
  });
  const user = await control(rig, 'POST', '/users', { username: 'ann@uman.test', password: 'x', name: 'Ann Lee' });
  const issued = await control(rig, 'POST', '/sessions', { username: 'ann@uman.test' });
  const { accessToken } = (issued as { body: { accessToken: string } }).body;
  const authorization = `Bearer ${accessToken}`;
  const before = await rig.call('GET', '/limits', undefined, { authorization });
  await control(rig, 'POST', '/sessions/expire', { accessToken });
  const after = await rig.call('GET', '/limits', undefined, { authorization });

  expect(app).toMatchObject({ status: 200, body: { clientId: 'c' } });
  expect(user).toMatchObject({ status: 200, body: { userId: expect.stringMatching(/^005/) } });
  expect([before.status, after.status]).toEqual([200, 401]);
});

it('installs metadata and switches notes off', async () => {
  await using rig = await createEmulatorRig();

  const installed = await control(rig, 'POST', '/install', { ...salesMetadata, namespace: 'sales' });
  await control(rig, 'PUT', '/notes', { enabled: false });

  expect(installed).toMatchObject({ body: { objects: ['sales__Engagement__c', 'sales__Region__c'] } });
  expect((await rig.call('GET', '/sobjects/ContentNote')).status).toBe(404);
});

it('makes orgs, lists them, works in each by its id, and ends them', async () => {
  await using rig = await createEmulatorRig();

  const made = await control(rig, 'POST', '/orgs', { kind: 'production', domain: 'acme', devHub: true });
  const { orgId } = (made as { body: { orgId: string } }).body;
  const sandbox = await control(rig, 'POST', `/orgs/${orgId}/sandboxes`, { name: 'rc1' });
  await control(rig, 'POST', `/orgs/${orgId}/users`, { username: 'ann@acme.test', password: 'x' });
  const users = await control(rig, 'GET', `/orgs/${orgId}/counts`);
  const list = await control(rig, 'GET', '/orgs');
  await control(rig, 'DELETE', `/orgs/${orgId}`);

  expect(made).toMatchObject({ status: 200, body: { devHub: true, admin: { password: expect.any(String) } } });
  expect(sandbox).toMatchObject({ body: { myDomain: 'acme--rc1.sandbox.my.salesforce.com', parentOrgId: orgId } });
  expect(users).toMatchObject({ body: { User: 2 } });
  expect(list).toMatchObject({ body: [{ kind: 'developer' }, { kind: 'production' }, { kind: 'sandbox' }] });
  expect(rig.emulator.orgs).toHaveLength(2);
});

it('sets and advances the clock of an org', async () => {
  await using rig = await createEmulatorRig();

  await control(rig, 'PUT', '/clock', { now: '2030-01-01T00:00:00Z', frozen: true });
  const advanced = await control(rig, 'POST', '/clock/advance', { milliseconds: 1500 });
  const reset = await control(rig, 'DELETE', '/clock');

  expect(advanced).toMatchObject({ body: { now: '2030-01-01T00:00:01.500Z', frozen: true } });
  expect(reset).toMatchObject({ body: { frozen: false } });
});

it.each([
  ['POST', '/orgs', { kind: 'sandbox' }, 400],
  ['POST', '/orgs', { kind: 'production', domain: 'a.b' }, 400],
  ['POST', '/sandboxes', { name: 'much too long' }, 400],
  ['GET', '/orgs/00D000000000000AAA/counts', undefined, 404],
  ['DELETE', '/', undefined, 400],
  ['PUT', '/clock', { now: 'yesterday' }, 400],
  ['GET', '/nothing', undefined, 404],
  ['GET', '/records/Nothing__c', undefined, 400],
  ['POST', '/sessions', { username: 'nobody@uman.test' }, 400],
  ['POST', '/users', { username: 'admin@uman.test', password: 'x' }, 400],
  ['POST', '/install', { directory: '/does/not/exist' }, 400],
  ['POST', '/faults', { fault: 'explode' }, 400],
  ['POST', '/faults', { fault: 'lockRow', path: '/composite' }, 400],
  ['POST', '/faults', { fault: 'unavailable', probability: 2 }, 400],
  ['POST', '/faults', { fault: 'unavailable', operation: 'No Such Operation' }, 400],
  ['POST', '/sessions/end', { username: 'nobody@uman.test' }, 400],
  ['POST', '/faults', { fault: 'delayNext', milliseconds: 1, match: { pathPattern: '(' } }, 400],
  ['POST', '/faults', { fault: 'delayNext', milliseconds: 2 ** 31 }, 400],
  ['POST', '/faults', { fault: 'failNext', answer: { status: 100, body: [] } }, 400],
  ['POST', '/apps', { name: 'uman', clientId: '', redirectUris: ['http://localhost/cb'] }, 400],
  ['POST', '/apps', { name: 'uman', redirectUris: ['localhost/cb'] }, 400],
  ['POST', '/apps', { name: 'uman', redirectUris: [] }, 400],
  ['POST', '/users', { username: '', password: 'x' }, 400],
  ['GET', '/records/%zz', undefined, 404],
])('explains what is wrong with %s %s', async (method, path, body, status) => {
  await using rig = await createEmulatorRig();

  expect(await control(rig, method, path, body)).toMatchObject({
    status,
    body: { code: expect.stringMatching(/^EMULATOR_/), message: expect.any(String) },
  });
});

it('takes a body only as JSON, so that a web page cannot send one', async () => {
  await using rig = await createEmulatorRig();

  const response = await fetch(`${rig.emulator.url}/__emulator/users`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ username: 'x@uman.test', password: 'x' }),
  });

  expect(response.status).toBe(400);
  expect(rig.emulator.count('User')).toBe(1);
});

it('sets what no source says', async () => {
  await using rig = await createEmulatorRig();

  const set = await control(rig, 'PUT', '/switches', { contentInGraph: 'refused' });
  const unknown = await control(rig, 'PUT', '/switches', { contentInGraph: 'maybe' });
  const { body } = await rig.call('POST', '/composite/graph', {
    graphs: [
      {
        graphId: 'g',
        compositeRequest: [{ method: 'POST', url: '/services/data/v66.0/sobjects/ContentNote', referenceId: 'n' }],
      },
    ],
  });

  expect([set, unknown]).toMatchObject([{ status: 200 }, { status: 400 }]);
  expect(body).toMatchObject({ graphs: [{ isSuccessful: false }] });
});
