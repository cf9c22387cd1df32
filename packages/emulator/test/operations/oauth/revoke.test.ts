import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig } from './oauth-rig.ts';
import type { OAuthRig } from './oauth-rig.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

const revoke = (token: string | undefined) => rig.post('/services/oauth2/revoke', { token });
const isAlive = async (accessToken: string) => (await rig.get('/services/oauth2/userinfo', accessToken)).status === 200;

describe('revoke', () => {
  it('ends a refresh token with the access tokens that came from it', async () => {
    const tokens = await rig.connect();

    const response = await revoke(tokens.refresh_token);

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(await isAlive(tokens.access_token)).toBe(false);
    expect((await rig.refresh(tokens.refresh_token)).status).toBe(400);
  });

  it('ends one access token and leaves the refresh token', async () => {
    const tokens = await rig.connect();

    expect((await revoke(tokens.access_token)).status).toBe(200);
    expect(await isAlive(tokens.access_token)).toBe(false);
    expect((await rig.refresh(tokens.refresh_token)).status).toBe(200);
  });

  it('refuses what is no token', async () => {
    expect(await (await revoke('nonsense')).json()).toEqual({
      error: 'unsupported_token_type',
      error_description: 'this token type is not supported',
    });
  });
});
