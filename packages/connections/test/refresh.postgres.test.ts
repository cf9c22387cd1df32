import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { app, TOKEN_PATH } from './emulated-org.ts';
import { createRig, eventually } from './rig.ts';

describe('a refresh', () => {
  it('gives a new token and keeps the rotated refresh token for the next time', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();

    const first = await rig.refreshTokenOf(id);

    const second = await rig.connections.refresh(id, { rejectedGeneration: 1 });
    const third = await rig.connections.refresh(id, { rejectedGeneration: 2 });

    expect([second.generation, third.generation]).toEqual([2, 3]);
    expect(await rig.org.isLive(third.accessToken)).toBe(true);
    expect(await rig.refreshTokenOf(id)).not.toBe(first);
  });

  it('keeps using the same refresh token where they do not rotate', async () => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const { id } = await rig.connect({ loginUrl: middle.url });
    const first = await rig.refreshTokenOf(id);
    middle.lies.token = (answer) => ({ ...answer, refresh_token: undefined });

    await rig.connections.refresh(id, { rejectedGeneration: 1 });

    expect(await rig.refreshTokenOf(id)).toBe(first);
  });

  it('adopts a newer generation instead of refreshing again', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    const newer = await rig.connections.refresh(id, { rejectedGeneration: 1 });

    const adopted = await rig.connections.refresh(id, { rejectedGeneration: 1 });

    expect(adopted).toMatchObject({ accessToken: newer.accessToken, generation: 2 });
    expect(rig.org.tokenCalls()).toBe(2);
  });

  it('happens once for callers in one process', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();

    const tokens = await Promise.all(
      Array.from({ length: 20 }, () => rig.connections.refresh(id, { rejectedGeneration: 1 })),
    );

    expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(rig.org.tokenCalls()).toBe(2);
  });

  it('does not hold up the current token for others', async () => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const { id } = await rig.connect({ loginUrl: middle.url });
    const { held, release } = middle.holdNext();
    const refreshing = rig.connections.refresh(id, { rejectedGeneration: 1 });
    await held;

    const meanwhile = await rig.connections.accessToken(id);
    release('send');

    expect(meanwhile.generation).toBe(1);
    expect((await refreshing).generation).toBe(2);
  });

  it('refuses a generation that never was', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();

    await expect(rig.connections.refresh(id, { rejectedGeneration: 2 })).rejects.toThrow(RangeError);
  });

  it.each(['3b241101-e2bb-4255-8caf-4136c566a962', 'not-a-uuid'])('does not know connection %s', async (id) => {
    const rig = await createRig();

    // Looked at together: one that waits for the other to be looked at would be an unhandled rejection.
    const asked = await Promise.allSettled([
      rig.connections.get(id),
      rig.connections.accessToken(id),
      rig.connections.refresh(id, { rejectedGeneration: 1 }),
    ]);
    const refused = { status: 'rejected', reason: { code: 'CONNECTION_NOT_FOUND', connectionId: id } };
    expect(asked).toMatchObject([refused, refused, refused]);
  });
});

describe('a refused refresh', () => {
  it('asks for the user when the connection was revoked', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    await rig.org.revoke(await rig.refreshTokenOf(id));

    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
      reason: 'refused',
      detail: 'expired access/refresh token',
    });

    await expect(rig.connections.accessToken(id)).rejects.toMatchObject({
      code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
    });
    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({ reason: 'refused' });
    expect(rig.org.tokenCalls()).toBe(2);
  });

  it('is dated: since then the connection waits for its user', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    await rig.org.revoke(await rig.refreshTokenOf(id));
    rig.now = new Date('2030-01-02T03:04:05Z');

    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({ reason: 'refused' });

    expect(await rig.connections.get(id)).toMatchObject({ status: 'reauthorization_required', updatedAt: rig.now });
  });

  it('asks for the user when somebody else replayed a spent token', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    const stolen = await rig.refreshTokenOf(id);
    await rig.connections.refresh(id, { rejectedGeneration: 1 });
    await rig.org.replay(stolen);

    await expect(rig.connections.refresh(id, { rejectedGeneration: 2 })).rejects.toMatchObject({
      code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
      reason: 'refused',
    });
  });

  it('leaves the connection active when our own credentials are wrong', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    const misconfigured = await rig.open({ app: { ...app, clientSecret: 'wrong' } });

    await expect(misconfigured.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'OAUTH_REJECTED',
      error: 'invalid_client',
    });

    expect((await rig.connections.refresh(id, { rejectedGeneration: 1 })).generation).toBe(2);
  });
});

describe('a refresh without an answer', () => {
  it.each([
    { name: 'a server error', status: 503, body: '<html>Down for Maintenance</html>', mayBeSpent: true },
    { name: 'a page in place of an answer', status: 200, body: '<html>We will be back</html>', mayBeSpent: true },
    {
      name: 'a limit',
      status: 400,
      body: { error: 'rate_limit_exceeded', error_description: 'login rate exceeded' },
      mayBeSpent: false,
    },
    {
      name: 'another refresh at Salesforce',
      status: 400,
      body: { error: 'invalid_grant', error_description: 'token request is already being processed' },
      mayBeSpent: false,
    },
  ])('can be repeated after $name', async ({ status, body, mayBeSpent }) => {
    const rig = await createRig();
    const { id } = await rig.connect();
    rig.org.emulator.faults.failNext({ status, body }, { path: TOKEN_PATH });

    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'OAUTH_UNAVAILABLE',
      refreshTokenMayBeSpent: mayBeSpent,
    });

    expect((await rig.connections.refresh(id, { rejectedGeneration: 1 })).generation).toBe(2);
  });

  it('knows that a host it could not reach has spent nothing', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    await rig.org.emulator.close();

    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'OAUTH_UNAVAILABLE',
      refreshTokenMayBeSpent: false,
    });
    expect(await rig.connections.get(id)).toMatchObject({ status: 'active' });
  });

  it('gives up waiting after the timeout', async () => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const { id } = await rig.connect({ loginUrl: middle.url });
    const impatient = await rig.open({ tokenTimeoutSeconds: 1 });
    middle.holdNext();

    await expect(impatient.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'OAUTH_UNAVAILABLE',
      refreshTokenMayBeSpent: true,
    });
  });

  it('does not take the refusal that follows a lost answer for a revocation', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    rig.org.emulator.faults.dropAnswerAfterCommit({ path: TOKEN_PATH });
    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'OAUTH_UNAVAILABLE',
      refreshTokenMayBeSpent: true,
    });

    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
      reason: 'refused_after_lost_answer',
    });
  });

  it('is not repeated by those who waited for it', async () => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const { id } = await rig.connect({ loginUrl: middle.url });
    const sibling = await rig.open();
    const { held, release } = middle.holdNext();

    const first = rig.connections.refresh(id, { rejectedGeneration: 1 });
    await held;
    const second = sibling.refresh(id, { rejectedGeneration: 1 });
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await eventually(async () => (await rig.query(waiting)).length > 0);
    release('drop');

    const refused = { status: 'rejected', reason: { code: 'OAUTH_UNAVAILABLE', refreshTokenMayBeSpent: true } };
    expect(await Promise.allSettled([first, second])).toMatchObject([refused, refused]);
    expect(rig.org.tokenCalls()).toBe(2);
  });
});

describe('an answer to a refresh', () => {
  it.each([
    { name: 'is signed with another secret', lie: { signature: Buffer.alloc(32).toString('base64') } },
    { name: 'sends API calls to a foreign host', lie: { instance_url: 'https://evil.example' } },
    { name: 'has no access token', lie: { access_token: undefined } },
  ])('is not stored when it $name', async ({ lie }) => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const { id } = await rig.connect({ loginUrl: middle.url });
    middle.lies.token = (answer) => ({ ...answer, ...lie });

    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
      reason: 'answer_untrusted',
    });
  });

  it('is kept although its id_token cannot be verified: the rotated refresh token is in it', async () => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const { id } = await rig.connect({ loginUrl: middle.url });
    middle.lies.claims = (claims) => ({ ...claims, exp: 1 });

    expect((await rig.connections.refresh(id, { rejectedGeneration: 1 })).generation).toBe(2);
  });

  it('is stored although the database cut the lock off meanwhile', async () => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const { id } = await rig.connect({ loginUrl: middle.url });
    const sibling = await rig.open();
    const { held, release } = middle.holdNext();
    const refreshing = rig.connections.refresh(id, { rejectedGeneration: 1 });
    await held;
    await rig.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
    );
    // With the lock gone, this is what a dead process looks like to everybody else.
    await expect(sibling.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      reason: 'refresh_interrupted',
    });
    release('send');

    const token = await refreshing;

    expect(token.generation).toBe(2);
    expect(await sibling.get(id)).toMatchObject({ status: 'active' });
    expect((await sibling.refresh(id, { rejectedGeneration: 2 })).generation).toBe(3);
  });
});

describe('a stored token', () => {
  it.each([
    {
      name: 'another connection',
      sql: `access_token = (select access_token from uman_connections.connections where id <> $1)`,
    },
    { name: 'another column', sql: 'access_token = refresh_token' },
    { name: 'another generation', sql: 'generation = generation + 1' },
  ])('does not open in the place of $name', async ({ sql }) => {
    const rig = await createRig();
    const { id } = await rig.connect();
    await rig.connect({ user: rig.org.ben });
    await rig.query(`update uman_connections.connections set ${sql} where id = $1`, [id]);

    await expect(rig.connections.accessToken(id)).rejects.toMatchObject({ code: 'VAULT_DECRYPTION_FAILED' });
  });

  it('is sent nowhere when it does not open, and the connection stays as it is', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    await rig.query('update uman_connections.connections set refresh_token = access_token where id = $1', [id]);

    for (const _ of [1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- the second shows that the first left nothing behind
      await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
        code: 'VAULT_DECRYPTION_FAILED',
      });
    }

    expect(rig.org.tokenCalls()).toBe(1);
    expect(await rig.connections.get(id)).toMatchObject({ status: 'active' });
  });
});

it('shows a token to whoever reads it, and to nothing that prints', async () => {
  const rig = await createRig();
  const { id } = await rig.connect();

  const token = await rig.connections.accessToken(id);

  const { accessToken } = token;
  expect(await rig.org.isLive(accessToken)).toBe(true);
  for (const printed of [JSON.stringify({ token }), inspect(token, { showHidden: true }), inspect({ ...token })]) {
    expect(printed).not.toContain(accessToken);
  }
});
