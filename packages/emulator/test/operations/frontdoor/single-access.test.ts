import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('gives an address that logs a browser in', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('GET', '/services/oauth2/singleaccess?redirect_uri=%2Flightning');

  expect(status).toBe(200);
  expect(body).toMatchObject({ frontdoor_uri: expect.stringContaining('/secur/frontdoor.jsp?otp=') as string });
});

it('refuses a session that is none', async () => {
  await using rig = await createEmulatorRig();

  const { status } = await rig.call('GET', '/services/oauth2/singleaccess', undefined, {
    authorization: 'Bearer none',
  });

  expect(status).toBe(403);
});
