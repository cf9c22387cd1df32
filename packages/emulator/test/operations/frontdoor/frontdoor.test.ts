import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('logs in once, and goes on within the org only', async () => {
  await using rig = await createEmulatorRig();
  const ask = async (startUrl: string): Promise<string> => {
    const path = `/services/oauth2/singleaccess?redirect_uri=${encodeURIComponent(startUrl)}`;
    return ((await rig.call('GET', path)).body as { frontdoor_uri: string }).frontdoor_uri;
  };
  const [inside, outside] = [await ask('/lightning/page/home'), await ask('//evil.example')];

  const first = await fetch(inside, { redirect: 'manual' });
  const second = await fetch(inside, { redirect: 'manual' });
  const astray = await fetch(outside, { redirect: 'manual' });

  expect(first.status).toBe(302);
  expect(first.headers.get('location')).toBe('/lightning/page/home');
  expect(first.headers.get('set-cookie')).toMatch(/^sid=00D.+; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(second.status).toBe(403);
  expect(astray.headers.get('location')).toBe('/');
});
