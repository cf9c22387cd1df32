import { describe, expect, it } from 'vitest';
import type { Drift } from '../../src/index.ts';
import { createEmulatorRig } from '../emulator-rig.ts';
import { createOAuthRig } from '../operations/oauth/oauth-rig.ts';

const V = '/services/data/v66.0';
const errorCode = (body: unknown): unknown => (body as { errorCode: string }[])[0]?.errorCode;

describe('a request', () => {
  it('is not handled when its connection is closed before', async () => {
    await using rig = await createEmulatorRig();
    rig.emulator.faults.add({ fault: 'dropBeforeCommit', method: 'POST' });

    await expect(rig.call('POST', '/sobjects/Account', { Name: 'Acme' })).rejects.toThrow('fetch failed');

    expect(rig.emulator.count('Account')).toBe(0);
    expect(rig.emulator.requests()).toMatchObject([{ status: 0, dropped: true, apiCall: false }]);
  });

  it.each([
    ['serverError', 500, 'UNKNOWN_EXCEPTION', 0],
    ['unavailable', 503, 'SERVER_UNAVAILABLE', 0],
    ['dailyLimit', 403, 'REQUEST_LIMIT_EXCEEDED', 0],
    ['concurrentLimit', 403, 'REQUEST_LIMIT_EXCEEDED', 0],
    ['securityPolicy', 403, 'TXN_SECURITY_NO_ACCESS', 1],
    ['apiDisabledForUser', 403, 'API_CURRENTLY_DISABLED', 1],
    ['apiDisabledForOrg', 403, 'API_DISABLED_FOR_ORG', 1],
  ] as const)('fails with %s: %i %s', async (fault, status, code, apiCalls) => {
    await using rig = await createEmulatorRig();
    rig.emulator.faults.add({ fault });

    const answer = await rig.call('POST', '/sobjects/Account', { Name: 'Acme' });

    expect([answer.status, errorCode(answer.body)]).toEqual([status, code]);
    expect([rig.emulator.count('Account'), rig.emulator.apiCalls()]).toEqual([0, apiCalls]);
  });

  it.each([
    ['badGateway', 502],
    ['noRoute', 420],
    ['tooManyRequests', 429],
  ] as const)('meets the edge with %s: a page of status %i, and no API call', async (fault, status) => {
    await using rig = await createEmulatorRig();
    rig.emulator.faults.add({ fault });

    const answer = await rig.call('GET', '/limits');

    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html;charset=UTF-8']);
    expect(answer.headers.has('sforce-limit-info')).toBe(false);
    expect(rig.emulator.apiCalls()).toBe(0);
  });

  it('loses its session, or all sessions of its user', async () => {
    await using rig = await createEmulatorRig();
    const second = rig.emulator.issueSession().accessToken;
    const asSecond = { authorization: `Bearer ${second}` };

    rig.emulator.faults.add({ fault: 'expireSession' });
    const expired = await rig.call('GET', '/limits');
    const untouched = await rig.call('GET', '/limits', undefined, asSecond);
    rig.emulator.faults.add({ fault: 'killSessions' });
    const killed = await rig.call('GET', '/limits', undefined, asSecond);

    expect([expired.status, untouched.status, killed.status]).toEqual([401, 200, 401]);
    expect(errorCode(expired.body)).toBe('INVALID_SESSION_ID');
  });
});

describe('a scope', () => {
  it('is an org, a user, an operation or an object', async () => {
    await using rig = await createEmulatorRig();
    const other = rig.emulator.createOrg({ kind: 'developer' });
    rig.emulator.createUser({ username: 'ann@uman.test', password: 'x', profile: 'System Administrator' });
    const as = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });
    const ann = as(rig.emulator.issueSession({ username: 'ann@uman.test' }).accessToken);
    const { faults } = rig.emulator;
    const status = async (path: string, headers = {}): Promise<number> =>
      (await rig.call('GET', path, undefined, headers)).status;

    faults.add({ fault: 'unavailable', org: other.org.id });
    const byOrg = [await status('/limits'), await status('/limits', as(other.issueSession().accessToken))];
    faults.add({ fault: 'unavailable', user: 'ann@uman.test' });
    const byUser = [await status('/limits'), await status('/limits', ann)];
    faults.add({ fault: 'unavailable', operation: 'Limits' });
    const byOperation = [await status('/sobjects'), await status('/limits')];
    faults.add({ fault: 'unavailable', object: 'contact' });
    const byObject = [await status('/sobjects/Account'), await status('/sobjects/Contact')];

    expect([byOrg, byUser, byOperation, byObject]).toEqual([
      [200, 503],
      [200, 503],
      [200, 503],
      [200, 503],
    ]);
    expect(faults.list()).toEqual([]);
  });

  it('by object or operation fits subrequests as well, and undoes an all-or-none composite', async () => {
    await using rig = await createEmulatorRig();
    const create = (object: string, body: unknown) => ({
      method: 'POST',
      url: `${V}/sobjects/${object}`,
      referenceId: object,
      body,
    });
    rig.emulator.faults.add({ fault: 'unavailable', object: 'Contact' });

    const answer = await rig.call('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [create('Account', { Name: 'Acme' }), create('Contact', { LastName: 'Lee' })],
    });

    const { compositeResponse } = answer.body as { compositeResponse: { httpStatusCode: number }[] };
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 503]);
    expect([rig.emulator.count('Account'), rig.emulator.count('Contact')]).toEqual([0, 0]);
  });
});

describe('chance', () => {
  it('hits the same requests for the same seed, about as often as it should', async () => {
    await using rig = await createEmulatorRig();
    const run = async (seed: number): Promise<string> => {
      const id = rig.emulator.faults.add({ fault: 'unavailable', probability: 0.3, seed, times: 'unlimited' });
      const statuses: number[] = [];
      for (let n = 0; n < 40; n += 1) statuses.push((await rig.call('GET', '/limits')).status);
      rig.emulator.faults.remove(id);
      return statuses.map((status) => (status === 503 ? 'x' : '.')).join('');
    };

    const first = await run(7);
    const again = await run(7);
    const other = await run(8);

    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(first.split('x').length - 1).toBeGreaterThan(4);
    expect(first.split('x').length - 1).toBeLessThan(22);
  });
});

describe('a rotated refresh token', () => {
  it('is lost with its answer: the old one is dead, and using it again ends the family', async () => {
    const rig = await createOAuthRig();
    const { refresh_token: token, access_token: accessToken } = await rig.connect();
    rig.emulator.faults.add({ fault: 'loseRotatedToken' });

    await expect(rig.refresh(token)).rejects.toThrow('fetch failed');
    const again = await rig.refresh(token);
    const old = await rig.get(`${V}/limits`, accessToken);
    await rig.emulator.close();

    expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    expect(old.status).toBe(401);
  });

  it('is not mistaken for the answer to a code', async () => {
    const rig = await createOAuthRig();
    rig.emulator.faults.add({ fault: 'loseRotatedToken' });

    const tokens = await rig.connect();
    await rig.emulator.close();

    expect(tokens.refresh_token).toMatch(/^5Aep/);
  });
});

describe('drifted answers', () => {
  it('have more members, fewer, others, or short ids', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('Account', { Name: 'Acme' });
    const query = '/query?q=SELECT+Id,Name,Site+FROM+Account';
    const drifted = async (...changes: Drift[]) => {
      rig.emulator.faults.add({ fault: 'drift', changes });
      return (await rig.call('GET', query)).body as { records: Record<string, unknown>[] };
    };

    const added = await drifted({ change: 'add', key: 'new', value: 1 });
    const without = await drifted({ change: 'remove', key: 'attributes' }, { change: 'shortIds' });
    const renamed = await drifted({ change: 'rename', key: 'Name', to: 'name' }, { change: 'null', key: 'totalSize' });

    expect(added).toMatchObject({ new: 1, records: [{ attributes: { type: 'Account', new: 1 }, Id: id, new: 1 }] });
    expect(without.records).toEqual([{ Id: id.slice(0, 15), Name: 'Acme', Site: null }]);
    expect(renamed).toMatchObject({ totalSize: null, records: [{ name: 'Acme' }] });
    expect(rig.emulator.records('Account')).toMatchObject([{ Id: id, Name: 'Acme' }]);
  });
});
