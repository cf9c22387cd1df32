import { createHash, randomBytes } from 'node:crypto';
import { createEmulator, logInAndAllow } from '@uman/emulator';
import { expect, it, onTestFinished } from 'vitest';
import { createOrgClient } from '../../src/index.ts';
import { testOrgConfig } from './config.ts';
import { sessionOf } from './session-of.ts';

const P = 'SALESFORCE_TEST_';

it('tests run in the emulator where no variable names an org', () => {
  expect(testOrgConfig({ HOME: '/root', SALESFORCE_TEST_: '', SALESFORCE_TEST_ACCESS_TOKEN: '' })).toBeUndefined();
});

it('says what is missing where an org is named in part', () => {
  expect(() => testOrgConfig({ [`${P}INSTANCE_URL`]: 'https://acme.my.salesforce.com' })).toThrow(
    'a session lacks SALESFORCE_TEST_ACCESS_TOKEN; a refresh token lacks SALESFORCE_TEST_REFRESH_TOKEN, SALESFORCE_TEST_CLIENT_ID, SALESFORCE_TEST_CLIENT_SECRET.',
  );
});

it('takes a session', () => {
  const environment = { [`${P}INSTANCE_URL`]: 'https://acme.my.salesforce.com', [`${P}ACCESS_TOKEN`]: '00D…' };

  expect(testOrgConfig(environment)).toEqual({
    kind: 'session',
    namespace: 'uman',
    instanceUrl: 'https://acme.my.salesforce.com',
    accessToken: '00D…',
  });
});

it('gets a session for a refresh token', async () => {
  const emulator = await createEmulator();
  onTestFinished(async () => emulator.close());
  const app = { clientId: 'tests', clientSecret: 'secret', name: 'Tests', redirectUris: ['http://localhost/callback'] };
  emulator.registerApp({ ...app, refreshTokenRotation: false });
  const verifier = randomBytes(32).toString('base64url');
  const authorization = new URL('/services/oauth2/authorize', emulator.url);
  authorization.search = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: app.redirectUris[0] ?? '',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const callback = await logInAndAllow(authorization.href, { username: 'admin@uman.test', password: 'emulated-org-1' });
  const answer = await fetch(new URL('/services/oauth2/token', emulator.url), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(callback).searchParams.get('code') ?? '',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: app.redirectUris[0] ?? '',
      code_verifier: verifier,
    }),
  });
  const { refresh_token: refreshToken } = (await answer.json()) as { refresh_token: string };

  const config = testOrgConfig({
    [`${P}LOGIN_URL`]: emulator.url,
    [`${P}REFRESH_TOKEN`]: refreshToken,
    [`${P}CLIENT_ID`]: app.clientId,
    [`${P}CLIENT_SECRET`]: app.clientSecret,
  });
  if (config === undefined) throw new Error('An org is named.');
  const { instanceUrl, accessToken } = await sessionOf(config);

  const org = createOrgClient({ instanceUrl, accessToken: async () => accessToken });
  expect((await org.metadata.objects()).length).toBeGreaterThan(0);
});
