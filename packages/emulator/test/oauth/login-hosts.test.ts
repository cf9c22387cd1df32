import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatedOrg } from '../../src/index.ts';
import { createOAuthRig, REDIRECT_URI } from '../operations/oauth/oauth-rig.ts';
import type { OAuthRig, TokenBody } from '../operations/oauth/oauth-rig.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const certificate = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

let rig: OAuthRig;
let sandbox: EmulatedOrg;
let production: EmulatedOrg;
beforeAll(async () => {
  rig = await createOAuthRig();
  production = rig.emulator.createOrg({ kind: 'production', domain: 'acme' });
  sandbox = rig.emulator.createSandbox({ name: 'rc1' });
  const app = {
    name: 'uman',
    ...rig.app,
    redirectUris: [REDIRECT_URI],
    certificate,
    permittedUsers: 'adminApproved',
    approvedProfiles: ['System Administrator'],
  } as const;
  for (const org of rig.emulator.orgs) {
    org.registerApp({ ...app, clientCredentialsUser: org.admin.username });
  }
});
afterAll(() => rig.emulator.close());

/** Logs in at a door; gives where the browser is sent, or nothing when it stays on the login page. */
async function logIn(door: string, { username, password }: { username: string; password: string }) {
  const { search } = new URL(rig.authorizationUrl());
  const answer = await rig.post(`${door}/services/oauth2/authorize${search}`, {
    username,
    password,
    decision: 'allow',
  });
  return answer.headers.get('location')?.startsWith(REDIRECT_URI) ?? false;
}

describe('the doors', () => {
  it('let users of production, of sandboxes, or of any org in', async () => {
    const { url, loginUrl, testLoginUrl, admin } = rig.emulator;
    const people = { developer: admin, production: production.admin, sandbox: sandbox.admin };
    const entered: Record<string, string[]> = {};
    for (const [name, door] of Object.entries({ any: url, login: loginUrl, test: testLoginUrl })) {
      entered[name] = [];
      for (const [who, person] of Object.entries(people)) if (await logIn(door, person)) entered[name].push(who);
    }

    expect(entered).toEqual({
      any: ['developer', 'production', 'sandbox'],
      login: ['developer', 'production'],
      test: ['sandbox'],
    });
  });

  it('issue tokens for the org that the user is of, to openid-client as strict as it is', async () => {
    const config = await client.discovery(
      new URL(rig.emulator.testLoginUrl),
      rig.app.clientId,
      undefined,
      client.ClientSecretPost(rig.app.clientSecret),
      { execute: [client.allowInsecureRequests] },
    );
    client.enableNonRepudiationChecks(config);
    const pkceCodeVerifier = client.randomPKCECodeVerifier();
    const expectedNonce = client.randomNonce();
    const authorizationUrl = client.buildAuthorizationUrl(config, {
      redirect_uri: REDIRECT_URI,
      scope: 'openid api refresh_token',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      nonce: expectedNonce,
    });
    const { username, password } = sandbox.admin;
    const allowed = await rig.post(authorizationUrl.href, { username, password, decision: 'allow' });

    const tokens = await client.authorizationCodeGrant(config, new URL(allowed.headers.get('location') ?? ''), {
      pkceCodeVerifier,
      expectedNonce,
      idTokenExpected: true,
    });
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    const userInfo = await client.fetchUserInfo(config, refreshed.access_token, refreshed.claims()?.sub ?? '');
    const introspected = await client.tokenIntrospection(config, refreshed.access_token);
    await client.tokenRevocation(config, refreshed.refresh_token ?? '');

    expect(tokens.claims()?.iss).toBe(rig.emulator.testLoginUrl);
    expect(userInfo).toMatchObject({ organization_id: sandbox.org.id, preferred_username: username });
    expect(introspected).toMatchObject({ active: true, username });
    expect((await rig.get('/services/oauth2/userinfo', refreshed.access_token)).status).toBe(403);
  });

  it('are names as well as ports, and each org has a name of its own', async () => {
    const hostOf = async (host: string) => {
      const { hostname, port } = new URL(rig.emulator.url);
      const { request } = await import('node:http');
      const path = '/.well-known/openid-configuration';
      return new Promise<string>((resolve, reject) => {
        const sent = request({ hostname, port, path, headers: { host: `${host}:${port}` } }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve((JSON.parse(text) as { issuer: string }).issuer));
        });
        sent.on('error', reject).end();
      });
    };
    const { port } = new URL(rig.emulator.url);

    expect(await hostOf('login.localhost')).toBe(`http://login.localhost:${port}`);
    expect(await hostOf('acme.my.localhost')).toBe(`http://acme.my.localhost:${port}`);
  });

  it('take the flows without a browser to the right org', async () => {
    const jwt = async (door: string, username: string) => {
      const assertion = await new SignJWT({ exp: Math.floor(Date.now() / 1000) + 60 })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(rig.app.clientId)
        .setSubject(username)
        .setAudience(door)
        .sign(keys.privateKey);
      return rig.post(`${door}/services/oauth2/token`, {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion,
      });
    };
    const { loginUrl, testLoginUrl } = rig.emulator;

    const right = (await (await jwt(testLoginUrl, sandbox.admin.username)).json()) as TokenBody;
    const wrong = await jwt(loginUrl, sandbox.admin.username);
    const credentials = await rig.post(`${loginUrl}/services/oauth2/token`, {
      grant_type: 'client_credentials',
      client_id: rig.app.clientId,
      client_secret: rig.app.clientSecret,
    });

    expect(right.id).toContain(sandbox.org.id);
    expect(await wrong.json()).toMatchObject({ error_description: "user hasn't approved this consumer" });
    expect(await credentials.json()).toEqual({
      error: 'invalid_grant',
      error_description: 'request not supported on this domain',
    });
  });

  it('know an app of another org, which is not installed in the user’s', async () => {
    const vendor = rig.emulator.createOrg({ kind: 'production', domain: 'vendor' });
    const app = vendor.registerApp({
      name: 'vendor’s',
      kind: 'externalClientApp',
      redirectUris: [REDIRECT_URI],
    });
    const { username, password } = production.admin;
    const url = rig.authorizationUrl({ client_id: app.clientId });

    const refused = await rig.post(url, { username, password, decision: 'allow' });

    expect(refused.headers.get('location')).toContain('error=OAUTH_EC_APP_NOT_FOUND');
  });
});
