import { expect, it } from 'vitest';
import { createPackagingRig } from '../../packaging/packaging-rig.ts';

const callbackUrl = 'http://localhost:1717/OauthRedirect';

it('logs the one who made a sandbox in to it', async () => {
  await using rig = await createPackagingRig();
  const info = await rig.call('POST', '/tooling/sobjects/SandboxInfo', {
    SandboxName: 'rc1',
    LicenseType: 'DEVELOPER',
  });
  const { id } = info.body as { id: string };
  const soql = `SELECT Status, SandboxOrganization FROM SandboxProcess WHERE SandboxInfoId = '${id}'`;
  const [process] = await rig.toolingQuery(rig.emulator, soql);

  const asked = { clientId: 'PlatformCLI', sandboxName: 'rc1', callbackUrl };
  const { body } = await rig.call('POST', '/tooling/sandboxAuth', asked);
  const { authCode, authUserName, loginUrl } = body as Record<string, string>;
  const answer = await fetch(`${loginUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: authCode ?? '',
      client_id: 'PlatformCLI',
      redirect_uri: callbackUrl,
    }),
  });
  const tokens = (await answer.json()) as { access_token: string; refresh_token: string };
  const authorization = `Bearer ${tokens.access_token}`;
  const organization = await rig.call('GET', '/query?q=SELECT+Id,IsSandbox+FROM+Organization', undefined, {
    authorization,
  });

  expect(process).toMatchObject({ Status: 'Completed' });
  expect(authUserName).toBe(`${rig.emulator.admin.username}.rc1`);
  expect(tokens.refresh_token).toEqual(expect.any(String));
  const [row] = (organization.body as { records: { Id: string; IsSandbox: boolean }[] }).records;
  expect(row?.IsSandbox).toBe(true);
  expect(row?.Id.slice(0, 15)).toBe(process?.['SandboxOrganization']);
});

it('answers 404 for a sandbox that there is not', async () => {
  await using rig = await createPackagingRig();

  const asked = { clientId: 'PlatformCLI', sandboxName: 'none', callbackUrl };

  expect((await rig.call('POST', '/tooling/sandboxAuth', asked)).status).toBe(404);
});

it('does not know what Salesforce answers without a client id', async () => {
  await using rig = await createPackagingRig();

  const { status, body } = await rig.call('POST', '/tooling/sandboxAuth', { sandboxName: 'rc1', callbackUrl });

  expect(status).toBe(501);
  expect(body).toMatchObject([{ message: expect.stringContaining('clientId') as string }]);
});

it('refuses a second sandbox of the same name', async () => {
  await using rig = await createPackagingRig();
  await rig.call('POST', '/tooling/sobjects/SandboxInfo', { SandboxName: 'rc1' });

  const twice = await rig.call('POST', '/tooling/sobjects/SandboxInfo', { SandboxName: 'rc1' });

  expect(twice.status).toBe(400);
  expect(await rig.toolingQuery(rig.emulator, 'SELECT Id FROM SandboxInfo')).toHaveLength(1);
});
