import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, REDIRECT_URI } from './oauth-rig.ts';
import type { OAuthRig } from './oauth-rig.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

/** openid-client as its users set it up; plain HTTP is what makes it local. */
function configure(authentication = client.ClientSecretPost(rig.app.clientSecret)): Promise<client.Configuration> {
  return client.discovery(new URL(rig.emulator.url), rig.app.clientId, undefined, authentication, {
    execute: [client.allowInsecureRequests],
  });
}

async function connect(config: client.Configuration) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const authorizationUrl = client.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    scope: 'openid api refresh_token',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  });
  const { username, password } = rig.emulator.admin;
  const allowed = await rig.post(authorizationUrl.href, { username, password, decision: 'allow' });
  const callbackUrl = new URL(allowed.headers.get('location') ?? '');
  return client.authorizationCodeGrant(config, callbackUrl, {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
  });
}

describe('openid-client', () => {
  it('completes the flow, refreshes twice and reads userinfo', async () => {
    const config = await configure();

    const first = await connect(config);
    const second = await client.refreshTokenGrant(config, first.refresh_token ?? '');
    const third = await client.refreshTokenGrant(config, second.refresh_token ?? '');
    const subject = third.claims()?.sub ?? '';
    const userInfo = await client.fetchUserInfo(config, third.access_token, subject);

    expect(first.claims()).toMatchObject({ iss: rig.emulator.url, aud: rig.app.clientId, sub: first['id'] });
    expect(first.claims()).toHaveProperty('at_hash');
    expect(userInfo.preferred_username).toBe(rig.emulator.admin.username);
  });

  it('verifies the signature of the id token with the published key', async () => {
    const config = await configure();
    client.enableNonRepudiationChecks(config);

    await expect(connect(config)).resolves.toHaveProperty('id_token');
  });

  it('is told that a replayed refresh token has ended the connection', async () => {
    const config = await configure();
    const first = await connect(config);
    const second = await client.refreshTokenGrant(config, first.refresh_token ?? '');

    const refused = { error: 'invalid_grant', error_description: 'expired access/refresh token', status: 400 };
    await expect(client.refreshTokenGrant(config, first.refresh_token ?? '')).rejects.toMatchObject(refused);
    await expect(client.refreshTokenGrant(config, second.refresh_token ?? '')).rejects.toMatchObject(refused);
  });

  it('authenticates by HTTP Basic, introspects and revokes', async () => {
    const config = await configure(client.ClientSecretBasic(rig.app.clientSecret));
    const tokens = await connect(config);

    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: true });
    await client.tokenRevocation(config, tokens.refresh_token ?? '');
    expect(await client.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false });
  });

  it('authenticates by a JWT that its key has signed', async () => {
    const keys = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const spki = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey)).toString('base64');
    rig.emulator.registerApp({
      name: 'uman',
      clientId: rig.app.clientId,
      redirectUris: [REDIRECT_URI],
      certificate: `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----`,
    });
    const config = await configure(client.PrivateKeyJwt(keys.privateKey));

    const tokens = await connect(config);

    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: true });
  });
});
