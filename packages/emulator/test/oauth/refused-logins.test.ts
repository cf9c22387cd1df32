import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig } from '../operations/oauth/oauth-rig.ts';
import type { OAuthRig } from '../operations/oauth/oauth-rig.ts';

let rig: OAuthRig;
const jane = { username: 'jane@uman.test', password: 'jane-1' };
beforeAll(async () => {
  rig = await createOAuthRig();
  rig.emulator.createUser({ ...jane, profile: 'Standard User' });
});
afterAll(() => rig.emulator.close());

async function connectJane(): Promise<{ access_token: string; refresh_token: string }> {
  const answer = await rig.post(rig.authorizationUrl(), { ...jane, decision: 'allow' });
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  return (await (await rig.redeem(code)).json()) as { access_token: string; refresh_token: string };
}

describe('a user who may not log in', () => {
  it.each([
    ['is not active', { isActive: false }, 'inactive user'],
    ['is frozen', { isFrozen: true }, 'authentication failure'],
  ])('who %s is shown the login page again, and gets no token', async (_, change, description) => {
    const tokens = await connectJane();
    rig.emulator.changeUser(jane.username, change);

    const page = await rig.post(rig.authorizationUrl(), { ...jane, decision: 'allow' });
    const refreshed = await rig.refresh(tokens.refresh_token);
    const userInfo = await rig.get('/services/oauth2/userinfo', tokens.access_token);
    rig.emulator.changeUser(jane.username, { isActive: true, isFrozen: false });

    expect(page.status).toBe(400);
    expect(await refreshed.json()).toEqual({ error: 'invalid_grant', error_description: description });
    expect(userInfo.status).toBe(403);
    expect(await userInfo.text()).toBe('Bad_OAuth_Token');
  });

  it('because of the address gets no token, and keeps the refresh token', async () => {
    const tokens = await connectJane();
    rig.emulator.setLoginPolicy('Standard User', { loginIpRanges: [{ start: '10.0.0.1', end: '10.0.0.9' }] });

    const page = await rig.post(rig.authorizationUrl(), { ...jane, decision: 'allow' });
    const refused = await rig.refresh(tokens.refresh_token);
    rig.emulator.setLoginPolicy('Standard User', {});

    expect(page.status).toBe(400);
    expect(await refused.json()).toEqual({
      error: 'invalid_grant',
      error_description: 'ip restricted or invalid login hours',
    });
    expect((await rig.refresh(tokens.refresh_token)).status).toBe(200);
  });
});
