import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig } from './oauth-rig.ts';
import type { OAuthRig, TokenBody } from './oauth-rig.ts';

let rig: OAuthRig;
let tokens: TokenBody;
beforeAll(async () => {
  rig = await createOAuthRig();
  tokens = await rig.connect();
});
afterAll(() => rig.emulator.close());

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe('introspect', () => {
  const introspect = async (token: string, client: Partial<Record<'client_id' | 'client_secret', string>> = {}) =>
    rig.post('/services/oauth2/introspect', {
      token,
      client_id: rig.app.clientId,
      client_secret: rig.app.clientSecret,
      ...client,
    });

  it('describes a living token', async () => {
    const { iat } = (await json(await introspect(tokens.access_token))) as { iat: number };

    expect(await json(await introspect(tokens.access_token))).toEqual({
      active: true,
      scope: 'openid api refresh_token',
      client_id: rig.app.clientId,
      username: rig.emulator.admin.username,
      sub: tokens.id,
      token_type: 'access_token',
      exp: iat + 7200,
      iat,
      nbf: iat,
    });
    expect(await json(await introspect(tokens.refresh_token))).toMatchObject({
      active: true,
      token_type: 'refresh_token',
    });
  });

  it('says of any other token only that it is not active', async () => {
    const other = rig.emulator.registerApp({ name: 'other', redirectUris: ['https://other.test/'] });

    expect(await json(await introspect('nonsense'))).toEqual({ active: false });
    expect(
      await json(
        await introspect(tokens.access_token, { client_id: other.clientId, client_secret: other.clientSecret }),
      ),
    ).toEqual({
      active: false,
    });
    expect((await introspect(tokens.access_token, { client_secret: 'wrong' })).status).toBe(400);
  });
});

it('tells when a session ends by the session settings of the org', async () => {
  const own = await createOAuthRig();
  try {
    const { access_token: token } = await own.connect();
    const client = { client_id: own.app.clientId, client_secret: own.app.clientSecret };
    const introspect = async (): Promise<Record<string, unknown>> =>
      json(await own.post('/services/oauth2/introspect', { token, ...client }));
    own.emulator.setSessionTimeout(15);

    const fresh = await introspect();
    own.emulator.time.advance(10 * 60_000);
    await own.get('/services/oauth2/userinfo', token);
    const used = await introspect();
    own.emulator.time.advance(16 * 60_000);
    const idle = await introspect();
    const call = await own.get('/services/data/v66.0/sobjects', token);

    const lasts = ({ exp, iat }: Record<string, unknown>): number => Number(exp) - Number(iat);
    expect(lasts(fresh)).toBe(15 * 60);
    expect(lasts(used)).toBeGreaterThanOrEqual(25 * 60);
    expect(idle).toEqual({ active: false });
    expect(call.status).toBe(401);
  } finally {
    await own.emulator.close();
  }
});
