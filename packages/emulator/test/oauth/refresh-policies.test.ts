import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, REDIRECT_URI } from '../operations/oauth/oauth-rig.ts';
import type { OAuthRig, TokenBody } from '../operations/oauth/oauth-rig.ts';
import type { RegisterAppOptions } from '../../src/index.ts';

const DAY = 24 * 60 * 60 * 1000;
let now = new Date('2026-06-17T12:00:00Z');
let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig({ clock: () => now });
});
afterAll(() => rig.emulator.close());

const change = (settings: Partial<RegisterAppOptions>) =>
  rig.emulator.registerApp({ name: 'uman', redirectUris: [REDIRECT_URI], clientId: rig.app.clientId, ...settings });
const pass = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));
const EXPIRED = { error: 'invalid_grant', error_description: 'expired access/refresh token' };

describe('refresh tokens', () => {
  it('stay as they are without rotation, and are not answered again', async () => {
    change({ refreshTokenRotation: false });
    const { refresh_token: token } = await rig.connect();

    const [first, second] = [await rig.refresh(token), await rig.refresh(token)];

    expect(Object.keys((await first.json()) as TokenBody)).toEqual([
      'access_token',
      'signature',
      'scope',
      'id_token',
      'instance_url',
      'id',
      'token_type',
      'issued_at',
    ]);
    expect(second.status).toBe(200);
  });

  it('die after 30 idle days, a window that each use moves', async () => {
    change({ idleRefreshTokenLimit: true });
    const { refresh_token: first } = await rig.connect();

    pass(29 * DAY);
    const used = (await (await rig.refresh(first)).json()) as TokenBody;
    pass(29 * DAY);
    const again = (await (await rig.refresh(used.refresh_token)).json()) as TokenBody;
    pass(31 * DAY);
    const idle = await rig.refresh(again.refresh_token);

    expect(again.refresh_token).toMatch(/^5Aep861/);
    expect(await idle.json()).toEqual(EXPIRED);
  });

  it.each([
    ['at once', { type: 'zero' } as const, 0],
    ['a while after the approval, used or not', { type: 'lifetime', seconds: 3600 } as const, 3_601_000],
    ['a while after the last use', { type: 'inactivity', seconds: 60 } as const, 61_000],
  ])('die %s by policy', async (_, refreshTokenPolicy, wait) => {
    change({ refreshTokenPolicy });
    const { refresh_token: token } = await rig.connect();

    pass(wait);

    expect(await (await rig.refresh(token)).json()).toEqual(EXPIRED);
  });

  it('work from allowed addresses only', async () => {
    change({ refreshTokenAddresses: ['10.1.0.0/16', '192.0.2.5-192.0.2.9'] });
    const { refresh_token: token } = await rig.connect();
    const from = (address: string) =>
      rig.post(
        '/services/oauth2/token',
        {
          grant_type: 'refresh_token',
          refresh_token: token,
          client_id: rig.app.clientId,
          client_secret: rig.app.clientSecret,
        },
        { 'x-forwarded-for': address },
      );

    const outside = await from('192.0.2.10');
    const inside = await from('192.0.2.9');

    expect(await outside.json()).toEqual({ error: 'invalid_grant', error_description: 'ip restricted' });
    expect(inside.status).toBe(200);
  });

  it('are kept, with all that the app was told, over a change of the app’s name', async () => {
    change({ name: 'before' });
    const { refresh_token: token } = await rig.connect();
    change({ name: 'after' });

    expect((await rig.refresh(token)).status).toBe(200);
  });
});
