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

describe('userinfo', () => {
  it('tells who the user is, and counts as no API call', async () => {
    rig.emulator.clearRequests();

    const response = await rig.get('/services/oauth2/userinfo', tokens.access_token);

    expect(await json(response)).toMatchObject({
      sub: tokens.id,
      user_id: rig.emulator.admin.userId,
      organization_id: rig.emulator.org.id,
      preferred_username: rig.emulator.admin.username,
      user_type: 'STANDARD',
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      urls: { rest: `${rig.emulator.url}/services/data/v{version}/`, custom_domain: rig.emulator.url },
    });
    expect(response.headers.get('sforce-limit-info')).toBeNull();
    expect(rig.emulator.apiCalls()).toBe(0);
  });

  it('answers a POST with the token in its form', async () => {
    const response = await rig.post('/services/oauth2/userinfo', { access_token: tokens.access_token });

    expect(await json(response)).toMatchObject({ sub: tokens.id });
  });

  it.each([
    ['no token', undefined, 'Missing_OAuth_Token'],
    ['a dead token', '00D!nonsense', 'Bad_OAuth_Token'],
  ])('refuses %s as identity endpoints do', async (_, token, text) => {
    const response = await rig.get('/services/oauth2/userinfo', token);

    expect(response.status).toBe(403);
    expect(await response.text()).toBe(text);
  });
});

describe('identity URL', () => {
  it('tells who the user is', async () => {
    const response = await rig.get(`${tokens.id}?version=66.0`, tokens.access_token);

    expect(await json(response)).toMatchObject({
      id: tokens.id,
      asserted_user: true,
      user_id: rig.emulator.admin.userId,
      username: rig.emulator.admin.username,
      urls: { query: `${rig.emulator.url}/services/data/v66.0/query/` },
    });
  });

  it('takes the token as a parameter and ids of 15 characters', async () => {
    const path = `/id/${rig.emulator.org.id.slice(0, 15)}/${rig.emulator.admin.userId.slice(0, 15)}`;

    const response = await rig.get(`${path}?format=json&oauth_token=${encodeURIComponent(tokens.access_token)}`);

    expect(response.status).toBe(200);
  });

  it('refuses another org', async () => {
    const response = await rig.get(`/id/00D000000000001/${rig.emulator.admin.userId}`, tokens.access_token);

    expect(response.status).toBe(403);
    expect(await response.text()).toBe('Wrong_Org');
  });
});

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

describe('discovery', () => {
  it('publishes its endpoints, and no word of PKCE', async () => {
    const document = await json(await rig.get('/.well-known/openid-configuration'));

    expect(document).toMatchObject({
      issuer: rig.emulator.url,
      jwks_uri: `${rig.emulator.url}/id/keys`,
      response_types_supported: ['code', 'token', 'token id_token'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    });
    expect(document).not.toHaveProperty('code_challenge_methods_supported');
  });

  it('publishes the key of its id tokens', async () => {
    expect(await json(await rig.get('/id/keys'))).toEqual({
      keys: [{ kty: 'RSA', n: expect.any(String) as string, e: 'AQAB', alg: 'RS256', use: 'sig', kid: '248' }],
    });
  });
});
