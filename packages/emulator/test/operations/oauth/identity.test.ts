import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig } from './oauth-rig.ts';
import type { OAuthRig, TokenBody } from './oauth-rig.ts';

let rig: OAuthRig;
let tokens: TokenBody;
beforeAll(async () => {
  rig = await createOAuthRig();
  tokens = await rig.connect();
});
afterAll(() => rig.emulator.close());

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe('identity URL', () => {
  it('tells who the user is', async () => {
    const response = await rig.get(`${tokens.id}?version=66.0`, tokens.access_token);

    expect(await json(response)).toMatchObject({
      id: tokens.id,
      asserted_user: true,
      user_id: rig.emulator.admin.userId,
      username: rig.emulator.admin.username,
      urls: { query: `${rig.emulator.url}/services/data/v66.0/query/` },
    });
  });

  it('takes the token as a parameter and ids of 15 characters', async () => {
    const path = `/id/${rig.emulator.org.id.slice(0, 15)}/${rig.emulator.admin.userId.slice(0, 15)}`;

    const response = await rig.get(`${path}?format=json&oauth_token=${encodeURIComponent(tokens.access_token)}`);

    expect(response.status).toBe(200);
  });

  it('refuses another org', async () => {
    const response = await rig.get(`/id/00D000000000001/${rig.emulator.admin.userId}`, tokens.access_token);

    expect(response.status).toBe(403);
    expect(await response.text()).toBe('Wrong_Org');
  });
});
