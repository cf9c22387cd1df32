import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig } from './oauth-rig.ts';
import type { OAuthRig, TokenBody } from './oauth-rig.ts';

let now = new Date('2026-06-17T12:00:00Z');
let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig({ clock: () => now });
});
afterAll(() => rig.emulator.close());

const codeOf = async () => (await rig.allow()).searchParams.get('code') ?? '';
const EXPIRED = { error: 'invalid_grant', error_description: 'expired access/refresh token' };

describe('token: authorization code', () => {
  it('answers with the members of Salesforce’s token response, in order', async () => {
    const body = await rig.connect();

    expect(Object.keys(body)).toEqual([
      'access_token',
      'refresh_token',
      'signature',
      'scope',
      'id_token',
      'instance_url',
      'id',
      'token_type',
      'issued_at',
    ]);
    expect(body).toMatchObject({
      access_token: expect.stringMatching(new RegExp(`^${rig.emulator.org.id.slice(0, 15)}!.+`)) as string,
      refresh_token: expect.stringMatching(/^5Aep861.+/) as string,
      scope: 'openid api refresh_token',
      instance_url: rig.emulator.url,
      id: `${rig.emulator.url}/id/${rig.emulator.org.id}/${rig.emulator.admin.userId}`,
      token_type: 'Bearer',
      issued_at: String(now.getTime()),
    });
    expect(body.signature).toBe(
      createHmac('sha256', rig.app.clientSecret)
        .update(body.id + body.issued_at)
        .digest('base64'),
    );
  });

  it('leaves out what was not granted', async () => {
    const body = await rig.connect({ scope: 'api' });

    expect(body.scope).toBe('api');
    expect(body).not.toHaveProperty('refresh_token');
    expect(body).not.toHaveProperty('id_token');
  });

  it('takes offline_access for refresh_token', async () => {
    expect((await rig.connect({ scope: 'api offline_access' })).scope).toBe('api refresh_token');
  });

  it.each([
    [
      'a wrong verifier',
      { code_verifier: 'x'.repeat(43) },
      { error: 'invalid_request', error_description: 'invalid code verifier' },
    ],
    [
      'no verifier',
      { code_verifier: undefined },
      { error: 'invalid_grant', error_description: 'invalid code verifier' },
    ],
    [
      'another address',
      { redirect_uri: 'https://app.uman.test/' },
      { error: 'redirect_uri_mismatch', error_description: 'redirect_uri must match configuration' },
    ],
    [
      'an unknown code',
      { code: 'aPrxNonsense==' },
      { error: 'invalid_grant', error_description: 'invalid authorization code' },
    ],
    [
      'a wrong secret',
      { client_secret: 'wrong' },
      { error: 'invalid_client', error_description: 'invalid client credentials' },
    ],
    [
      'no secret',
      { client_secret: undefined },
      { error: 'invalid_client', error_description: 'invalid client credentials' },
    ],
    [
      'an unknown client',
      { client_id: 'nobody' },
      { error: 'invalid_client_id', error_description: 'client identifier invalid' },
    ],
    [
      'an unknown grant',
      { grant_type: 'magic' },
      { error: 'unsupported_grant_type', error_description: 'grant type not supported' },
    ],
  ])('refuses %s', async (_, changes, error) => {
    const response = await rig.redeem(await codeOf(), changes);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(error);
  });

  it('redeems a code once, even when the first try failed', async () => {
    const [spent, failed] = [await codeOf(), await codeOf()];
    await rig.redeem(spent);
    await rig.redeem(failed, { code_verifier: 'x'.repeat(43) });

    const error = { error: 'invalid_grant', error_description: 'expired authorization code' };
    expect(await (await rig.redeem(spent)).json()).toEqual(error);
    expect(await (await rig.redeem(failed)).json()).toEqual(error);
  });

  it('forgets a code after 15 minutes', async () => {
    const code = await codeOf();
    now = new Date(now.getTime() + 15 * 60_000 + 1);

    expect(await (await rig.redeem(code)).json()).toEqual({
      error: 'invalid_grant',
      error_description: 'expired authorization code',
    });
  });

  it('knows the client by HTTP Basic too', async () => {
    const basic = Buffer.from(
      `${encodeURIComponent(rig.app.clientId)}:${encodeURIComponent(rig.app.clientSecret)}`,
    ).toString('base64');
    const response = await rig.post(
      '/services/oauth2/token',
      {
        grant_type: 'authorization_code',
        code: await codeOf(),
        redirect_uri: 'https://app.uman.test/oauth/callback',
        code_verifier: rig.verifier,
      },
      { authorization: `Basic ${basic}` },
    );

    expect(response.status).toBe(200);
  });

  it('takes forms, not JSON', async () => {
    const response = await rig.post(
      '/services/oauth2/token',
      { grant_type: 'refresh_token' },
      { 'content-type': 'application/json' },
    );

    expect(response.status).toBe(501);
  });

  it('says which flows it does not have', async () => {
    const response = await rig.post('/services/oauth2/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
    });

    expect(response.status).toBe(501);
  });
});

describe('token: refresh with rotation', () => {
  it('hands out a new refresh token each time', async () => {
    const first = await rig.connect();
    const second = (await (await rig.refresh(first.refresh_token)).json()) as TokenBody;
    const third = (await (await rig.refresh(second.refresh_token)).json()) as TokenBody;

    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(new Set([first, second, third].map(({ refresh_token: token }) => token)).size).toBe(3);
    expect(new Set([first, second, third].map(({ access_token: token }) => token)).size).toBe(3);
    expect((await rig.get('/services/oauth2/userinfo', third.access_token)).status).toBe(200);
  });

  it('ends the whole family when a dead refresh token comes again', async () => {
    const first = await rig.connect();
    const second = (await (await rig.refresh(first.refresh_token)).json()) as TokenBody;
    const other = await rig.connect();

    const replay = await rig.refresh(first.refresh_token);

    expect(replay.status).toBe(400);
    expect(await replay.json()).toEqual(EXPIRED);
    expect(await (await rig.refresh(second.refresh_token)).json()).toEqual(EXPIRED);
    expect((await rig.get('/services/oauth2/userinfo', first.access_token)).status).toBe(403);
    expect((await rig.get('/services/oauth2/userinfo', second.access_token)).status).toBe(403);
    expect((await rig.get('/services/oauth2/userinfo', other.access_token)).status).toBe(200);
  });

  it('refuses a refresh token of another app, and leaves it alive', async () => {
    const { refresh_token: refreshToken } = await rig.connect();
    const other = rig.emulator.registerApp({ name: 'other', redirectUris: ['https://other.test/'] });

    const stolen = await rig.refresh(refreshToken, { client_id: other.clientId, client_secret: other.clientSecret });

    expect(await stolen.json()).toEqual(EXPIRED);
    expect((await rig.refresh(refreshToken)).status).toBe(200);
  });

  it('refuses an unknown refresh token', async () => {
    expect(await (await rig.refresh('5Aep861Nonsense')).json()).toEqual(EXPIRED);
  });
});
