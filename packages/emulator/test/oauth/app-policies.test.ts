import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, REDIRECT_URI } from '../operations/oauth/oauth-rig.ts';
import type { OAuthRig } from '../operations/oauth/oauth-rig.ts';
import type { RegisterAppOptions } from '../../src/index.ts';

let rig: OAuthRig;
const jane = { username: 'jane@uman.test', password: 'jane-1' };
beforeAll(async () => {
  rig = await createOAuthRig();
  rig.emulator.createUser({ ...jane, profile: 'Standard User' });
});
afterAll(() => rig.emulator.close());

/** The rig's app with other settings. */
const change = (settings: Partial<RegisterAppOptions>) =>
  rig.emulator.registerApp({ name: 'uman', redirectUris: [REDIRECT_URI], clientId: rig.app.clientId, ...settings });

async function logIn(user: { username: string; password: string }, changes = {}): Promise<URL> {
  const answer = await rig.post(rig.authorizationUrl(changes), { ...user, decision: 'allow' });
  return new URL(answer.headers.get('location') ?? '', rig.emulator.url);
}

describe('an app that is not installed', () => {
  it('may be authorized by those with Approve Uninstalled Connected Apps, and shows others a page of the org', async () => {
    change({ installed: false });

    const administrator = await logIn(rig.emulator.admin);
    const user = await logIn(jane);

    expect(administrator.searchParams.get('code')).toMatch(/^aPrx/);
    expect(user.origin + user.pathname).toBe(`${rig.emulator.url}/setup/secur/RemoteAccessErrorPage.apexp`);
    expect(Object.fromEntries(user.searchParams)).toEqual({
      error: 'invalid_client',
      error_description: 'app must be installed into org',
      state: 'the state',
    });
    expect(await (await fetch(user)).text()).toContain('OAUTH_APPROVAL_ERROR_GENERIC');
  });

  it('goes on for users who authorized it earlier', async () => {
    change({ installed: true });
    const code = (await logIn(jane)).searchParams.get('code') ?? '';
    const tokens = (await (await rig.redeem(code)).json()) as { refresh_token: string };
    change({ installed: false });

    expect((await logIn(jane)).searchParams.get('code')).toMatch(/^aPrx/);
    expect((await rig.refresh(tokens.refresh_token)).status).toBe(200);
  });

  it('is told so at its callback and at the token endpoint when it is an external client app', async () => {
    change({ installed: true, kind: 'externalClientApp' });
    const code = (await logIn(jane)).searchParams.get('code') ?? '';
    change({ installed: false, kind: 'externalClientApp' });

    const refused = await logIn(jane);
    const token = await rig.redeem(code);

    expect(refused.origin + refused.pathname).toBe(REDIRECT_URI);
    expect(refused.searchParams.get('error')).toBe('OAUTH_EC_APP_NOT_FOUND');
    expect(await token.json()).toEqual({
      error: 'app_not_found',
      error_description: 'External client app is not installed in this org',
    });
  });
});

describe('a blocked app', () => {
  it('is told so, and loses the sessions and refresh tokens that it had', async () => {
    change({});
    const tokens = await rig.connect();
    change({ blocked: true });

    const refused = await logIn(rig.emulator.admin);

    expect(Object.fromEntries(refused.searchParams)).toEqual({
      error: 'OAUTH_APP_BLOCKED',
      error_description: 'this app is blocked by admin',
      state: 'the state',
    });
    expect((await rig.get('/services/oauth2/userinfo', tokens.access_token)).status).toBe(403);
    expect(await (await rig.refresh(tokens.refresh_token)).json()).toEqual({
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
  });
});

describe('an app for users whom an administrator approved', () => {
  it('refuses others, and asks those it takes for no approval', async () => {
    change({ permittedUsers: 'adminApproved', approvedProfiles: ['System Administrator'] });
    rig.emulator.createUser({ username: 'approved@uman.test', password: 'approved-1' });

    change({ permittedUsers: 'adminApproved', approvedProfiles: ['Nobody'] });
    const refused = await logIn(jane);
    change({ permittedUsers: 'adminApproved', approvedProfiles: ['System Administrator'] });
    const taken = await rig.post(rig.authorizationUrl(), { username: 'approved@uman.test', password: 'approved-1' });

    expect(Object.fromEntries(refused.searchParams)).toMatchObject({
      error: 'OAUTH_APP_ACCESS_DENIED',
      error_description: 'user is not admin approved to access this app',
    });
    expect(taken.status).toBe(302);
    expect(taken.headers.get('location')).toMatch(/^https:\/\/app\.uman\.test\/oauth\/callback\?code=/);
  });
});

describe('an app that need not send everything', () => {
  it('goes on without PKCE, but a verifier needs a challenge', async () => {
    change({ pkceRequired: false });
    const withoutChallenge = { code_challenge: undefined, code_challenge_method: undefined };
    const codeOf = async () => (await logIn(rig.emulator.admin, withoutChallenge)).searchParams.get('code') ?? '';

    const plain = await rig.redeem(await codeOf(), { code_verifier: undefined });
    const verified = await rig.redeem(await codeOf());

    expect(plain.status).toBe(200);
    expect(await verified.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('is a public client without its secret, though a secret that it sends must be right', async () => {
    change({ secretRequiredForWebServerFlow: false, secretRequiredForRefresh: false });
    const codeOf = async () => (await rig.allow()).searchParams.get('code') ?? '';
    const secretless = { client_secret: undefined };

    const tokens = (await (await rig.redeem(await codeOf(), secretless)).json()) as { refresh_token: string };
    const refreshed = await rig.refresh(tokens.refresh_token, secretless);
    const wrong = await rig.redeem(await codeOf(), { client_secret: 'wrong' });

    expect(refreshed.status).toBe(200);
    expect(await wrong.json()).toEqual({ error: 'invalid_client', error_description: 'invalid client credentials' });
  });
});
