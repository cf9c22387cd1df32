import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOAuthRig } from './oauth-rig.ts';
import type { OAuthRig } from './oauth-rig.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

it('publishes the key of its id tokens', async () => {
  expect(await json(await rig.get('/id/keys'))).toEqual({
    keys: [{ kty: 'RSA', n: expect.any(String) as string, e: 'AQAB', alg: 'RS256', use: 'sig', kid: '248' }],
  });
});
