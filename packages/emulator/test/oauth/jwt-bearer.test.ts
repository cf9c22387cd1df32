import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, REDIRECT_URI } from '../operations/oauth/oauth-rig.ts';
import type { OAuthRig } from '../operations/oauth/oauth-rig.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const certificate = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const clientId = '3MVG9jwt';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

function register(settings = {}) {
  rig.emulator.registerApp({
    name: 'jwt',
    clientId,
    redirectUris: [REDIRECT_URI],
    scopes: ['api', 'web', 'refresh_token'],
    certificate,
    permittedUsers: 'adminApproved',
    approvedProfiles: ['System Administrator'],
    ...settings,
  });
}

const aMinuteFromNow = () => Math.floor(Date.now() / 1000) + 60;

async function send(claims: JWTPayload = {}, key: KeyObject = keys.privateKey): Promise<Response> {
  const assertion = await new SignJWT({
    iss: clientId,
    sub: rig.emulator.admin.username,
    aud: 'https://login.salesforce.com',
    exp: aMinuteFromNow(),
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(key);
  return rig.post('/services/oauth2/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
  });
}

describe('the JWT bearer flow', () => {
  it('gives a pre-authorized user an access token, and no refresh token', async () => {
    register();

    const response = await send();
    const body = (await response.json()) as Record<string, string>;

    expect(response.status).toBe(200);
    expect(Object.keys(body)).toEqual(['access_token', 'scope', 'instance_url', 'id', 'token_type']);
    expect(body['scope']).toBe('api web');
    expect((await rig.get('/services/data/v66.0/limits', body['access_token'])).status).toBe(200);
  });

  it.each([
    ['the address it was sent to', () => ({ aud: rig.emulator.url })],
    ['that address with a slash', () => ({ aud: `${rig.emulator.url}/` })],
    ['a time in milliseconds, as the sf CLI has it', () => ({ exp: aMinuteFromNow() * 1000 })],
  ])('takes %s', async (_, claims) => {
    register();

    expect((await send(claims())).status).toBe(200);
  });

  it('takes another name of the address, where it was sent there', async () => {
    register();
    const url = rig.emulator.url.replace('127.0.0.1', 'localhost');
    const assertion = await new SignJWT({
      iss: clientId,
      sub: rig.emulator.admin.username,
      aud: url,
      exp: aMinuteFromNow(),
    })
      .setProtectedHeader({ alg: 'RS256' })
      .sign(keys.privateKey);

    const { status } = await fetch(`${url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
    });

    expect(status).toBe(200);
    expect((await send({ aud: url })).status).toBe(400);
  });

  it.each([
    [
      'another key',
      {},
      'invalid_grant',
      'invalid assertion',
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
    ],
    ['another audience', { aud: 'https://example.com' }, 'invalid_grant', 'audience is invalid', undefined],
    ['the past', { exp: 1_700_000_000 }, 'invalid_grant', 'expired authorization code', undefined],
    ['an unknown app', { iss: 'nobody' }, 'invalid_client_id', 'client identifier invalid', undefined],
    ['an unknown user', { sub: 'nobody@uman.test' }, 'invalid_grant', "user hasn't approved this consumer", undefined],
  ])('refuses %s', async (_, claims, error, description, key) => {
    register();

    const response = await send(claims, key);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error, error_description: description });
  });

  it('refuses what is no JWT', async () => {
    const response = await rig.post('/services/oauth2/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: 'nonsense',
    });

    expect(await response.json()).toEqual({ error: 'invalid_grant', error_description: 'invalid assertion' });
  });

  it('refuses users whom nobody approved, by who would have to', async () => {
    register({ approvedProfiles: ['Standard User'] });
    const byAdministrator = await send();
    register({ permittedUsers: 'selfAuthorize' });
    const byThemselves = await send();

    expect(await byAdministrator.json()).toEqual({
      error: 'invalid_app_access',
      error_description: 'user is not admin approved to access this app',
    });
    expect(await byThemselves.json()).toEqual({
      error: 'invalid_grant',
      error_description: "user hasn't approved this consumer",
    });
  });

  it('grants what users have approved together with a refresh token', async () => {
    register({ permittedUsers: 'selfAuthorize', clientSecret: 'jwt-secret' });
    const client = { client_id: clientId, client_secret: 'jwt-secret' };
    const approve = async (scope: string) =>
      rig.redeem((await rig.allow({ client_id: clientId, scope })).searchParams.get('code') ?? '', client);

    await approve('web');
    const before = await send();
    await approve('api refresh_token');
    const after = await send();

    expect(before.status).toBe(400);
    expect(await after.json()).toMatchObject({ scope: 'api' });
  });
});
