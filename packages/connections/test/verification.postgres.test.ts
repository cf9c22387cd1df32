import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import type { ManInTheMiddle } from './man-in-the-middle.ts';
import { createRig } from './rig.ts';

const foreignOrg = '00D2b000000QrStEAK';
const foreignId = `https://login.salesforce.com/id/${foreignOrg}/0052b000000UvWxAAK`;

it.each<{ name: string; lies: ManInTheMiddle['lies']; code: string; error?: string }>([
  {
    name: 'an id_token signed with another key',
    lies: { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey },
    code: 'OAUTH_REJECTED',
  },
  {
    name: 'an id_token for another app',
    lies: { claims: (claims) => ({ ...claims, aud: 'another-client' }) },
    code: 'OAUTH_REJECTED',
  },
  {
    name: 'an id_token of another issuer',
    lies: { claims: (claims) => ({ ...claims, iss: 'https://login.salesforce.com' }) },
    code: 'OAUTH_REJECTED',
  },
  {
    name: 'an id_token of another flow',
    lies: { claims: (claims) => ({ ...claims, nonce: 'another-nonce' }) },
    code: 'OAUTH_REJECTED',
  },
  {
    name: 'an id_token that has expired',
    lies: { claims: (claims) => ({ ...claims, exp: 1 }) },
    code: 'OAUTH_REJECTED',
  },
  {
    name: 'an id_token of another user',
    lies: { claims: (claims) => ({ ...claims, sub: foreignId }) },
    code: 'OAUTH_REJECTED',
    error: 'id_token',
  },
  {
    name: 'no id_token',
    lies: { token: (answer) => ({ ...answer, id_token: undefined }) },
    code: 'OAUTH_REJECTED',
  },
  {
    name: 'an identity that is not signed for',
    lies: { token: (answer) => ({ ...answer, id: foreignId }) },
    code: 'OAUTH_REJECTED',
    error: 'signature',
  },
  {
    name: 'no signature',
    lies: { token: (answer) => ({ ...answer, signature: undefined }) },
    code: 'OAUTH_REJECTED',
    error: 'token_response',
  },
  {
    name: 'no refresh token',
    lies: { token: (answer) => ({ ...answer, refresh_token: undefined }) },
    code: 'OAUTH_REJECTED',
    error: 'refresh_token',
  },
  {
    name: 'a foreign instance URL',
    lies: { token: (answer) => ({ ...answer, instance_url: 'https://acme.my.salesforce.com.evil.example' }) },
    code: 'OAUTH_HOST_NOT_ALLOWED',
  },
  {
    name: 'user information of another org',
    lies: { userinfo: (answer) => ({ ...answer, organization_id: foreignOrg }) },
    code: 'OAUTH_REJECTED',
    error: 'userinfo',
  },
])('does not connect with $name, and shows no token', async ({ lies, code, error }) => {
  const rig = await createRig();
  const middle = await rig.manInTheMiddle();
  const seen: string[] = [];
  Object.assign(middle.lies, lies, {
    token(answer: Record<string, unknown>) {
      seen.push(String(answer['access_token']), String(answer['refresh_token']));
      return lies.token?.(answer) ?? answer;
    },
  });

  const failure: unknown = await rig.connect({ loginUrl: middle.url }).catch((thrown: unknown) => thrown);

  expect(failure).toMatchObject({ code, ...(error !== undefined && { error }) });
  expect(await rig.query('select 1 from uman_connections.connections')).toEqual([]);
  const printed = inspect(failure, { depth: 10, showHidden: true });
  expect(seen.filter((token) => printed.includes(token))).toEqual([]);
});

it.each(['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'])(
  'does not start when the %s is on a foreign host',
  async (endpoint) => {
    const rig = await createRig();
    const middle = await rig.manInTheMiddle();
    middle.lies.discovery = (document) => ({ ...document, [endpoint]: 'https://evil.example/x' });

    const starting = rig.connections.startConnect({ customerId: 'c', loginUrl: middle.url });

    await expect(starting).rejects.toMatchObject({
      code: 'OAUTH_HOST_NOT_ALLOWED',
      purpose: 'endpoint',
      origin: 'https://evil.example',
    });
  },
);

it('does not start when the host describes another one', async () => {
  const rig = await createRig();
  const middle = await rig.manInTheMiddle();
  middle.lies.discovery = (document) => ({ ...document, issuer: 'https://login.salesforce.com' });

  await expect(rig.connections.startConnect({ customerId: 'c', loginUrl: middle.url })).rejects.toMatchObject({
    code: 'OAUTH_REJECTED',
    rejectedBy: 'verification',
  });
});
