import { describe, expect, it } from 'vitest';
import { ada, app, ben, zoe } from './login-host.ts';
import { createRig } from './rig.ts';

describe('connecting', () => {
  it('ends with a connection whose access token Salesforce takes', async () => {
    const rig = await createRig();

    const connection = await rig.connect({ user: ada });
    const token = await rig.connections.accessToken(connection.id);

    expect(connection).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      customerId: 'customer-1',
      orgId: ada.orgId,
      userId: ada.userId,
      username: ada.username,
      instanceUrl: rig.host.url,
      loginUrl: rig.host.url,
      status: 'active',
      createdAt: rig.now,
      updatedAt: rig.now,
    });
    expect(await rig.connections.get(connection.id)).toEqual(connection);
    expect(token).toMatchObject({ instanceUrl: rig.host.url, generation: 1 });
    expect(rig.host.isLive(token.accessToken)).toBe(true);
  });

  it('asks for a code with PKCE, state, nonce and the three scopes', async () => {
    const rig = await createRig();

    const { authorizationUrl, state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });

    const { origin, pathname, searchParams } = new URL(authorizationUrl);
    expect(origin + pathname).toBe(`${rig.host.url}/services/oauth2/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: app.redirectUri,
      scope: 'openid api refresh_token',
      state,
      nonce: expect.stringMatching(/^.{43}$/),
      code_challenge: expect.stringMatching(/^.{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('leaves nothing readable in the database', async () => {
    const rig = await createRig();
    const started = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });
    const connection = await rig.connect();
    const { accessToken } = await rig.connections.accessToken(connection.id);

    const dump = JSON.stringify([
      await rig.query('select * from uman_connections.connections'),
      await rig.query('select * from uman_connections.connect_flows'),
    ]);

    const exchange = rig.host.tokenRequests[0];
    for (const secret of [accessToken, started.state, exchange?.get('code_verifier'), '5Aep861']) {
      expect(dump).not.toContain(secret);
    }
  });

  it('keeps the connection of the same org and user of the same customer', async () => {
    const rig = await createRig();
    const first = await rig.connect({ user: ada });
    const before = await rig.connections.accessToken(first.id);

    const again = await rig.connect({ user: ada });
    const after = await rig.connections.accessToken(again.id);

    expect(again.id).toBe(first.id);
    expect(after.generation).toBe(2);
    expect(after.accessToken).not.toBe(before.accessToken);
  });

  it('keeps customers, users and orgs apart', async () => {
    const rig = await createRig();

    const ids = [
      (await rig.connect({ user: ada })).id,
      (await rig.connect({ user: ben })).id,
      (await rig.connect({ user: zoe })).id,
      (await rig.connect({ user: ada, customerId: 'customer-2' })).id,
    ];

    expect(new Set(ids).size).toBe(4);
  });

  it('makes one connection when the same user finishes two flows at once', async () => {
    const rig = await createRig();
    const flows = await Promise.all(
      [1, 2, 3, 4].map(() => rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url })),
    );

    const finished = await Promise.all(
      flows.map(async ({ authorizationUrl, state }) =>
        rig.connections.finishConnect({ callbackUrl: await rig.browse(authorizationUrl), state }),
      ),
    );

    expect(new Set(finished.map(({ id }) => id)).size).toBe(1);
    expect((await rig.connections.accessToken(finished[0]?.id ?? '')).generation).toBe(4);
  });

  it('stores a 15-character org id in the form with 18', async () => {
    const rig = await createRig();
    const short = { ...ada, orgId: ada.orgId.slice(0, 15), userId: ada.userId.slice(0, 15) };

    const connection = await rig.connect({ user: short });
    const again = await rig.connect({ user: ada });

    expect(connection).toMatchObject({ orgId: ada.orgId, userId: ada.userId });
    expect(again.id).toBe(connection.id);
  });
});

describe('connecting again', () => {
  it('brings a connection back that needed its user', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    rig.host.revokeEverything();
    await expect(rig.connections.refresh(id, { rejectedGeneration: 1 })).rejects.toMatchObject({
      code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
    });

    const connection = await rig.connect({ reconnect: id });

    expect(connection).toMatchObject({ id, status: 'active' });
    expect(connection).not.toHaveProperty('reauthorizationReason');
    expect((await rig.connections.accessToken(id)).generation).toBe(2);
  });

  it('refuses another org and names both', async () => {
    const rig = await createRig();
    const { id } = await rig.connect({ user: ada });
    const before = await rig.connections.accessToken(id);

    await expect(rig.connect({ user: zoe, reconnect: id })).rejects.toMatchObject({
      code: 'OAUTH_ORG_MISMATCH',
      connectionId: id,
      expectedOrgId: ada.orgId,
      actualOrgId: zoe.orgId,
    });

    expect((await rig.connections.accessToken(id)).accessToken).toBe(before.accessToken);
    expect(await rig.query('select id from uman_connections.connections')).toHaveLength(1);
  });

  it('refuses another user of the same org', async () => {
    const rig = await createRig();
    const { id } = await rig.connect({ user: ada });

    await expect(rig.connect({ user: ben, reconnect: id })).rejects.toMatchObject({
      code: 'OAUTH_ORG_MISMATCH',
      expectedUserId: ada.userId,
      actualUserId: ben.userId,
    });
  });

  it("does not know another customer's connection", async () => {
    const rig = await createRig();
    const { id } = await rig.connect({ customerId: 'customer-1' });

    await expect(rig.connect({ customerId: 'customer-2', reconnect: id })).rejects.toMatchObject({
      code: 'CONNECTION_NOT_FOUND',
    });
  });
});

describe('a callback', () => {
  it('is taken once', async () => {
    const rig = await createRig();
    const { authorizationUrl, state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });
    const callbackUrl = await rig.browse(authorizationUrl);

    const both = await Promise.allSettled([1, 2].map(() => rig.connections.finishConnect({ callbackUrl, state })));

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'OAUTH_STATE_INVALID', problem: 'used' },
    });
  });

  it('is refused when it comes too late', async () => {
    const rig = await createRig();
    const { authorizationUrl, state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });
    const callbackUrl = await rig.browse(authorizationUrl);
    rig.now = new Date(rig.now.getTime() + 16 * 60_000);

    await expect(rig.connections.finishConnect({ callbackUrl, state })).rejects.toMatchObject({
      code: 'OAUTH_STATE_INVALID',
      problem: 'expired',
    });
  });

  it('is refused in another browser, and the flow stays open for the right one', async () => {
    const rig = await createRig();
    const mine = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });
    const theirs = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });
    const callbackUrl = await rig.browse(mine.authorizationUrl);

    await expect(rig.connections.finishConnect({ callbackUrl, state: theirs.state })).rejects.toMatchObject({
      code: 'OAUTH_STATE_INVALID',
      problem: 'mismatch',
    });
    await expect(rig.connections.finishConnect({ callbackUrl, state: mine.state })).resolves.toBeDefined();
  });

  it.each([
    { name: 'a state nobody issued', query: '?code=x&state=made-up', state: 'made-up', problem: 'unknown' },
    { name: 'no state', query: '?code=x', state: '', problem: 'mismatch' },
  ])('is refused with $name', async ({ query, state, problem }) => {
    const rig = await createRig();

    const finishing = rig.connections.finishConnect({ callbackUrl: app.redirectUri + query, state });

    await expect(finishing).rejects.toMatchObject({ code: 'OAUTH_STATE_INVALID', problem });
  });

  it('says when the user did not allow it', async () => {
    const rig = await createRig();
    const { state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });
    const callbackUrl = `${app.redirectUri}?error=access_denied&error_description=end-user+denied+authorization&state=${state}`;

    await expect(rig.connections.finishConnect({ callbackUrl, state })).rejects.toMatchObject({
      code: 'OAUTH_ACCESS_DENIED',
    });
  });

  it('passes on what else Salesforce says, with its own code', async () => {
    const rig = await createRig();
    const { state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url });
    const callbackUrl = `${app.redirectUri}?error=OAUTH_EC_APP_NOT_FOUND&error_description=app+not+found&state=${state}`;

    await expect(rig.connections.finishConnect({ callbackUrl, state })).rejects.toMatchObject({
      code: 'OAUTH_REJECTED',
      rejectedBy: 'salesforce',
      error: 'OAUTH_EC_APP_NOT_FOUND',
    });
  });
});

describe('a login URL', () => {
  it('outside the accepted hosts is refused before anything is contacted', async () => {
    const rig = await createRig();
    const stranger = (await createRig()).host;

    await expect(rig.connections.startConnect({ customerId: 'c', loginUrl: stranger.url })).rejects.toMatchObject({
      code: 'OAUTH_HOST_NOT_ALLOWED',
      purpose: 'login',
      origin: stranger.url,
    });

    expect(stranger.paths).toEqual([]);
  });

  it('that nobody answers at is worth a retry', async () => {
    const rig = await createRig();
    await rig.host.close();

    await expect(rig.connections.startConnect({ customerId: 'c', loginUrl: rig.host.url })).rejects.toMatchObject({
      code: 'OAUTH_UNAVAILABLE',
      refreshTokenMayBeSpent: false,
    });
  });
});
