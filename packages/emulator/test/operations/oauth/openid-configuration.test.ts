import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOAuthRig } from './oauth-rig.ts';
import type { OAuthRig } from './oauth-rig.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

it('publishes its endpoints, and no word of PKCE', async () => {
  const document = await json(await rig.get('/.well-known/openid-configuration'));

  expect(document).toMatchObject({
    issuer: rig.emulator.url,
    jwks_uri: `${rig.emulator.url}/id/keys`,
    response_types_supported: ['code', 'token', 'token id_token'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
  });
  expect(document).not.toHaveProperty('code_challenge_methods_supported');
});
