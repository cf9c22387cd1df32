import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { app } from './emulated-org.ts';
import { createRig } from './rig.ts';

const signatureOf = (signed: string): string => createHmac('sha256', app.clientSecret).update(signed).digest('base64');

describe('connecting', () => {
  it('ends with a connection whose access token Salesforce takes', async () => {
    const rig = await createRig();

    const connection = await rig.connect();
    const token = await rig.connections.accessToken(connection.id);

    expect(connection).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      customerId: 'customer-1',
      orgId: rig.org.orgId,
      userId: rig.org.ada.userId,
      username: rig.org.ada.username,
      instanceUrl: rig.org.url,
      loginUrl: rig.org.url,
      status: 'active',
      createdAt: rig.now,
      updatedAt: rig.now,
    });
    expect(await rig.connections.get(connection.id)).toEqual(connection);
    expect(token).toMatchObject({ instanceUrl: rig.org.url, generation: 1 });
    expect(await rig.org.isLive(token.accessToken)).toBe(true);
  });

  it('asks for a code with PKCE, state, nonce and the three scopes', async () => {
    const rig = await createRig();

    const { authorizationUrl, state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });

    const { origin, pathname, searchParams } = new URL(authorizationUrl);
    expect(origin + pathname).toBe(`${rig.org.url}/services/oauth2/authorize`);
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
    const started = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });
    const connection = await rig.connect();
    const { accessToken } = await rig.connections.accessToken(connection.id);

    const dump = JSON.stringify([
      await rig.query('select * from uman_connections.connections'),
      await rig.query('select * from uman_connections.connect_flows'),
    ]);

    const readable = [accessToken, await rig.refreshTokenOf(connection.id), started.state, '5Aep861', 'codeVerifier'];
    expect(readable.filter((secret) => dump.includes(secret))).toEqual([]);
  });

  it('keeps the connection of the same org and user of the same customer', async () => {
    const rig = await createRig();
    const first = await rig.connect();
    const before = await rig.connections.accessToken(first.id);

    const again = await rig.connect();
    const after = await rig.connections.accessToken(again.id);

    expect(again.id).toBe(first.id);
    expect(after.generation).toBe(2);
    expect(after.accessToken).not.toBe(before.accessToken);
  });

  it('keeps customers, users and orgs apart', async () => {
    const rig = await createRig();
    const other = await rig.anotherOrg();

    const ids = [
      (await rig.connect()).id,
      (await rig.connect({ user: rig.org.ben })).id,
      (await rig.connect({ loginUrl: other.url, user: other.ada })).id,
      (await rig.connect({ customerId: 'customer-2' })).id,
    ];

    expect(new Set(ids).size).toBe(4);
  });

  it('makes one connection when the same user finishes two flows at once', async () => {
    const rig = await createRig();
    const flows = await Promise.all(
      [1, 2, 3, 4].map(() => rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url })),
    );

    const finished = await Promise.all(
      flows.map(async ({ authorizationUrl, state }) =>
        rig.connections.finishConnect({ callbackUrl: await rig.browse(authorizationUrl), state }),
      ),
    );

    expect(new Set(finished.map(({ id }) => id)).size).toBe(1);
    expect((await rig.connections.accessToken(finished[0]?.id ?? '')).generation).toBe(4);
  });

  it('takes an org by its 15 characters for the same as by its 18', async () => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    const first = await rig.connect({ loginUrl: middle.url });
    const { orgId, ada } = rig.org;
    const id = `${rig.org.url}/id/${orgId.slice(0, 15)}/${ada.userId.slice(0, 15)}`;
    middle.lies.token = (answer) => ({ ...answer, id, signature: signatureOf(id + String(answer['issued_at'])) });

    const again = await rig.connect({ loginUrl: middle.url });

    expect(again).toMatchObject({ id: first.id, orgId, userId: ada.userId });
  });
});

describe('connecting again', () => {
  it('brings a connection back that needed its user', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();
    await rig.org.revoke(await rig.refreshTokenOf(id));
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
    const other = await rig.anotherOrg();
    const { id } = await rig.connect();
    const before = await rig.connections.accessToken(id);

    await expect(rig.connect({ loginUrl: other.url, user: other.ada, reconnect: id })).rejects.toMatchObject({
      code: 'OAUTH_ORG_MISMATCH',
      connectionId: id,
      expectedOrgId: rig.org.orgId,
      actualOrgId: other.orgId,
    });

    expect((await rig.connections.accessToken(id)).accessToken).toBe(before.accessToken);
    expect(await rig.query('select id from uman_connections.connections')).toHaveLength(1);
  });

  it('refuses another user of the same org', async () => {
    const rig = await createRig();
    const { id } = await rig.connect();

    await expect(rig.connect({ user: rig.org.ben, reconnect: id })).rejects.toMatchObject({
      code: 'OAUTH_ORG_MISMATCH',
      expectedUserId: rig.org.ada.userId,
      actualUserId: rig.org.ben.userId,
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
    const { authorizationUrl, state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });
    const callbackUrl = await rig.browse(authorizationUrl);

    const both = await Promise.allSettled([1, 2].map(() => rig.connections.finishConnect({ callbackUrl, state })));

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'OAUTH_STATE_INVALID', problem: 'used' },
    });
  });

  it('is refused when it comes too late', async () => {
    const rig = await createRig();
    const { authorizationUrl, state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });
    const callbackUrl = await rig.browse(authorizationUrl);
    rig.now = new Date(rig.now.getTime() + 16 * 60_000);

    await expect(rig.connections.finishConnect({ callbackUrl, state })).rejects.toMatchObject({
      code: 'OAUTH_STATE_INVALID',
      problem: 'expired',
    });
  });

  it('is refused in another browser, and the flow stays open for the right one', async () => {
    const rig = await createRig();
    const mine = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });
    const theirs = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });
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
    const { state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });
    const callbackUrl = `${app.redirectUri}?error=access_denied&error_description=end-user+denied+authorization&state=${state}`;

    await expect(rig.connections.finishConnect({ callbackUrl, state })).rejects.toMatchObject({
      code: 'OAUTH_ACCESS_DENIED',
    });
  });

  it('passes on what else Salesforce says, with its own code', async () => {
    const rig = await createRig();
    const { state } = await rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url });
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
    const stranger = (await createRig()).org;

    await expect(rig.connections.startConnect({ customerId: 'c', loginUrl: stranger.url })).rejects.toMatchObject({
      code: 'OAUTH_HOST_NOT_ALLOWED',
      purpose: 'login',
      origin: stranger.url,
    });

    expect(stranger.emulator.requests()).toEqual([]);
  });

  it('that nobody answers at is worth a retry', async () => {
    const rig = await createRig();
    await rig.org.emulator.close();

    await expect(rig.connections.startConnect({ customerId: 'c', loginUrl: rig.org.url })).rejects.toMatchObject({
      code: 'OAUTH_UNAVAILABLE',
      refreshTokenMayBeSpent: false,
    });
  });
});
