import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('tells the user what Salesforce tells: nothing of the reason', async () => {
  await using rig = await createEmulatorRig();

  const page = await rig.call(
    'GET',
    '/services/../setup/secur/RemoteAccessErrorPage.apexp?error=invalid_client&error_description=%3Cscript%3E',
  );

  expect(page.status).toBe(400);
  expect(page.body).toContain('OAUTH_APPROVAL_ERROR_GENERIC');
  expect(page.body).not.toContain('<script>');
});
