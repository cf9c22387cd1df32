import { describe, expect, it } from 'vitest';
import { loginRefusal, type LoginRefusal } from '../../src/access/login-refusal.ts';
import { isWithinHours, isWithinRanges } from '../../src/access/login-policy.ts';
import { createOrg } from '../../src/org/create-org.ts';
import { createAccessRig } from './access-rig.ts';

const DEAD = { status: 401, body: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }] };

describe('API Enabled', () => {
  it('is asked for by every resource of the API, and not by versions and userinfo', async () => {
    await using rig = await createAccessRig();
    const user = rig.user({ profile: 'Minimum Access - Salesforce' });

    const refused = await user.call('GET', '/limits');
    const missing = await user.call('GET', '/no/such/resource');
    const versions = await user.call('GET', '/services/data');
    const userinfo = await user.call('GET', '/services/oauth2/userinfo');

    expect(refused.status).toBe(403);
    expect(refused.body).toEqual([{ message: 'API is disabled for this User', errorCode: 'API_CURRENTLY_DISABLED' }]);
    expect(refused.headers.has('sforce-limit-info')).toBe(false);
    expect(missing.status).not.toBe(403);
    expect(versions.status).toBe(200);
    expect(userinfo.status).toBe(200);
  });

  it('can be said to be missing in the other way that is known', async () => {
    await using rig = await createAccessRig();
    rig.emulator.setSwitches({ apiNotEnabled: 'API_DISABLED_FOR_ORG' });
    const user = rig.user({ profile: 'Minimum Access - Salesforce' });

    const { status, body } = await user.call('GET', '/limits');

    expect(status).toBe(403);
    expect(body).toEqual([
      { message: 'The REST API is not enabled for this Organization.', errorCode: 'API_DISABLED_FOR_ORG' },
    ]);
  });
});

describe('the sessions of a user', () => {
  it.each([
    ['is deactivated', { isActive: false }],
    ['is frozen', { isFrozen: true }],
  ])('are dead when the user %s, and work again afterwards', async (_, change) => {
    await using rig = await createAccessRig();
    const user = rig.user({ username: 'ann@example.com' });

    rig.emulator.changeUser('ann@example.com', change);
    const dead = await user.call('GET', '/sobjects');
    rig.emulator.changeUser('ann@example.com', { isActive: true, isFrozen: false });
    const alive = await user.call('GET', '/sobjects');

    expect(dead).toMatchObject(DEAD);
    expect(alive.status).toBe(200);
  });

  it('are dead outside login hours', async () => {
    const now = { at: new Date('2026-11-23T18:00:00Z') };
    await using rig = await createAccessRig({ clock: () => new Date(now.at) });
    const user = rig.user();
    // A Monday, ten o'clock in the org's time zone, Los Angeles.
    rig.emulator.setLoginPolicy('Minimum Access - API Only Integrations', {
      loginHours: { monday: { start: 9 * 60, end: 17 * 60 } },
    });

    const within = await user.call('GET', '/sobjects');
    now.at = new Date('2026-11-24T02:00:00Z');
    const after = await user.call('GET', '/sobjects');
    now.at = new Date('2026-11-24T10:00:00Z');
    const tuesday = await user.call('GET', '/sobjects');

    expect([within.status, after.status, tuesday.status]).toEqual([200, 401, 200]);
  });

  it('are tied to the login IP ranges only where the org wants that', async () => {
    await using rig = await createAccessRig();
    const user = rig.user();
    rig.emulator.setLoginPolicy('Minimum Access - API Only Integrations', {
      loginIpRanges: [{ start: '198.51.100.1', end: '198.51.100.9' }],
    });
    const from = (ip: string) => user.call('GET', '/sobjects', undefined, { 'x-forwarded-for': ip });

    const anywhere = await from('203.0.113.5');
    rig.emulator.setSwitches({ loginIpRanges: 'everyRequest' });
    const elsewhere = await from('203.0.113.5');
    const inside = await from('198.51.100.5');

    expect([anywhere.status, elsewhere.status, inside.status]).toEqual([200, 401, 200]);
  });
});

describe('a login', () => {
  it.each<[string, LoginRefusal | undefined, string, string]>([
    ['at work', undefined, '2026-11-23T18:00:00Z', '198.51.100.5'],
    ['at night', 'loginHours', '2026-11-24T02:00:00Z', '198.51.100.5'],
    ['from elsewhere', 'ipRestricted', '2026-11-23T18:00:00Z', '203.0.113.5'],
  ])('%s is answered %s', (_, refusal, at, ip) => {
    const { org, close } = createOrg({
      data: undefined,
      clock: () => new Date(at),
      url: () => 'http://127.0.0.1',
      dailyApiRequests: 10,
      admin: { username: 'admin@example.com', password: 'x' },
    });
    const user = org.users.create({ username: 'ann@example.com', password: 'x', profile: 'Standard User' });
    org.access.loginPolicies.set(user.profileId, {
      loginHours: { monday: { start: 9 * 60, end: 17 * 60 } },
      loginIpRanges: [{ start: '198.51.100.1', end: '198.51.100.9' }],
    });

    const answer = loginRefusal(org, user, { ip });
    close();

    expect(answer).toBe(refusal);
  });
});

it('takes the same time twice for no login on that day, and a missing day for no limit', () => {
  const monday = new Date('2026-11-23T12:00:00Z');

  expect(isWithinHours({ monday: { start: 0, end: 0 } }, monday, 'UTC')).toBe(false);
  expect(isWithinHours({ sunday: { start: 0, end: 0 } }, monday, 'UTC')).toBe(true);
  expect(isWithinHours({ monday: { start: 0, end: 1440 } }, monday, 'UTC')).toBe(true);
});

it.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['127.0.0.4', false],
  ['2001:db8::5', true],
  ['2001:db9::5', false],
  ['nonsense', false],
])('finds %s in the ranges: %s', (ip, found) => {
  const ranges = [
    { start: '127.0.0.1', end: '127.0.0.3' },
    { start: '2001:db8::', end: '2001:db8::ffff' },
  ];

  expect(isWithinRanges(ranges, ip)).toBe(found);
});

it('can be changed from outside the process', async () => {
  await using rig = await createAccessRig();
  const user = rig.user({ username: 'ann@example.com' });
  const put = (path: string, body: unknown) =>
    fetch(`${rig.emulator.url}/__emulator/${path}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const frozen = await put('users/ann@example.com', { isFrozen: true });
  const unknown = await put('users/ann@example.com', { profile: 'No Such Profile' });
  const policy = await put('login-policies/Standard%20User', { loginHours: { monday: { start: 0, end: 0 } } });

  expect([frozen.status, unknown.status, policy.status]).toEqual([200, 400, 200]);
  expect((await user.call('GET', '/sobjects')).status).toBe(401);
});
