import { Connection, OAuth2 } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, REDIRECT_URI } from './oauth-rig.ts';
import type { OAuthRig } from './oauth-rig.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

/** jsforce makes the verifier itself, and sends the challenge without naming its method. */
function createOAuth2(): OAuth2 {
  const { clientId, clientSecret } = rig.app;
  return new OAuth2({
    loginUrl: rig.emulator.url,
    clientId,
    clientSecret,
    redirectUri: REDIRECT_URI,
    useVerifier: true,
  });
}

async function codeFor(oauth2: OAuth2): Promise<string> {
  const { username, password } = rig.emulator.admin;
  const url = oauth2.getAuthorizationUrl({ scope: 'api refresh_token', state: 's' });
  const allowed = await rig.post(url, { username, password, decision: 'allow' });
  return new URL(allowed.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

describe('jsforce', () => {
  it('authorizes a connection, which then knows who it is', async () => {
    const oauth2 = createOAuth2();
    const connection = new Connection({ oauth2, version: '66.0' });

    const userInfo = await connection.authorize(await codeFor(oauth2));
    const identity = await connection.identity();

    expect(userInfo).toMatchObject({ id: rig.emulator.admin.userId, organizationId: rig.emulator.org.id });
    expect(identity.username).toBe(rig.emulator.admin.username);
  });

  it('refreshes and revokes', async () => {
    const oauth2 = createOAuth2();
    const tokens = await oauth2.requestToken(await codeFor(oauth2));

    const refreshed = await oauth2.refreshToken(tokens.refresh_token ?? '');
    await oauth2.revokeToken(refreshed.access_token);

    expect((await rig.get('/services/oauth2/userinfo', refreshed.access_token)).status).toBe(403);
    expect((await rig.get('/services/oauth2/userinfo', tokens.access_token)).status).toBe(200);
  });
});
