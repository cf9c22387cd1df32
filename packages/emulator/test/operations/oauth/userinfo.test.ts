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

describe('userinfo', () => {
  it('tells who the user is, and counts as no API call', async () => {
    rig.emulator.clearRequests();

    const response = await rig.get('/services/oauth2/userinfo', tokens.access_token);

    expect(await json(response)).toMatchObject({
      sub: tokens.id,
      user_id: rig.emulator.admin.userId,
      organization_id: rig.emulator.org.id,
      preferred_username: rig.emulator.admin.username,
      user_type: 'STANDARD',
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      urls: { rest: `${rig.emulator.url}/services/data/v{version}/`, custom_domain: rig.emulator.url },
    });
    expect(response.headers.get('sforce-limit-info')).toBeNull();
    expect(rig.emulator.apiCalls()).toBe(0);
  });

  it('answers a POST with the token in its form', async () => {
    const response = await rig.post('/services/oauth2/userinfo', { access_token: tokens.access_token });

    expect(await json(response)).toMatchObject({ sub: tokens.id });
  });

  it.each([
    ['no token', undefined, 'Missing_OAuth_Token'],
    ['a dead token', '00D!nonsense', 'Bad_OAuth_Token'],
  ])('refuses %s as identity endpoints do', async (_, token, text) => {
    const response = await rig.get('/services/oauth2/userinfo', token);

    expect(response.status).toBe(403);
    expect(await response.text()).toBe(text);
  });
});
