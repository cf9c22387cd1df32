import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, REDIRECT_URI } from '../operations/oauth/oauth-rig.ts';
import type { OAuthRig, TokenBody } from '../operations/oauth/oauth-rig.ts';
import type { RegisterAppOptions } from '../../src/index.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

const change = (settings: Partial<RegisterAppOptions>) =>
  rig.emulator.registerApp({ name: 'uman', redirectUris: [REDIRECT_URI], clientId: rig.app.clientId, ...settings });

const grant = (fields: Record<string, string>) =>
  rig.post('/services/oauth2/token', {
    client_id: rig.app.clientId,
    client_secret: rig.app.clientSecret,
    ...fields,
  });

describe('the client credentials flow', () => {
  const ask = (fields = {}) => grant({ grant_type: 'client_credentials', ...fields });

  it('runs as the user that the app names, without the scopes that it never grants', async () => {
    change({
      clientCredentialsUser: rig.emulator.admin.username,
      scopes: ['openid', 'api', 'full', 'web', 'refresh_token'],
    });

    const body = (await (await ask()).json()) as TokenBody;

    expect(Object.keys(body)).toEqual([
      'access_token',
      'signature',
      'scope',
      'instance_url',
      'id',
      'token_type',
      'issued_at',
    ]);
    expect(body.scope).toBe('openid api');
    expect(body.id).toContain(rig.emulator.admin.userId);
    expect((await rig.get('/services/data/v66.0/limits', body.access_token)).status).toBe(200);
  });

  it.each([
    ['an app that names no user', {}, {}, 'invalid_grant', 'no client credentials user enabled'],
    [
      'a user who is not pre-authorized',
      { clientCredentialsUser: 'admin@uman.test', permittedUsers: 'adminApproved' as const },
      {},
      'invalid_app_access',
      'user is not admin approved to access this app',
    ],
    ['a wrong secret', {}, { client_secret: 'wrong' }, 'invalid_client', 'invalid client credentials'],
  ])('refuses %s', async (_, settings, fields, error, description) => {
    change(settings);

    const response = await ask(fields);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error, error_description: description });
  });
});

describe('the username-password flow', () => {
  const ask = (fields = {}) => {
    const { username, password } = rig.emulator.admin;
    return grant({ grant_type: 'password', username, password, ...fields });
  };
  const FAILURE = { error: 'invalid_grant', error_description: 'authentication failure' };

  it('is off until somebody allows it, and never on for external client apps', async () => {
    change({});
    const before = await ask();
    rig.emulator.setSwitches({ usernamePasswordFlow: 'allowed' });
    change({ kind: 'externalClientApp' });
    const external = await ask();

    expect(before.status).toBe(400);
    expect(await before.json()).toEqual(FAILURE);
    expect(await external.json()).toEqual(FAILURE);
  });

  it('answers as Salesforce’s oldest flow does', async () => {
    change({});
    rig.emulator.setSwitches({ usernamePasswordFlow: 'allowed' });

    const body = (await (await ask()).json()) as TokenBody;
    const wrong = await ask({ password: 'wrong' });

    expect(Object.keys(body)).toEqual(['access_token', 'instance_url', 'id', 'token_type', 'issued_at', 'signature']);
    expect(body.signature).toBe(
      createHmac('sha256', rig.app.clientSecret)
        .update(body.id + body.issued_at)
        .digest('base64'),
    );
    expect(await wrong.json()).toEqual(FAILURE);
  });
});

describe('introspection of all tokens', () => {
  it('shows an app the tokens of another, when it may', async () => {
    change({});
    const tokens = await rig.connect();
    const other = rig.emulator.registerApp({
      name: 'auditor',
      redirectUris: [REDIRECT_URI],
      introspectsAllTokens: true,
    });

    const answer = await rig.post('/services/oauth2/introspect', {
      token: tokens.access_token,
      client_id: other.clientId,
      client_secret: other.clientSecret,
    });

    expect(await answer.json()).toMatchObject({ active: true, client_id: rig.app.clientId });
  });
});
