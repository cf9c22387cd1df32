// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';

/** The last version that has `login()`. */
const VERSION = '64.0';

it('logs in with a password over SOAP, again when its session ends, and out', async () => {
  await using rig = await createEmulatorRig();
  const { admin, org, url } = rig.emulator;
  rig.emulator.setSwitches({ soapApiLogin: 'allowed' });
  await rig.create('Account', { Name: 'Acme' });
  const connection = new Connection({ loginUrl: url, version: VERSION, logLevel: 'NONE' });

  const user = await connection.login(admin.username, admin.password);
  const first = await connection.query('SELECT Name FROM Account');
  const { accessToken, instanceUrl } = connection;
  rig.emulator.expireSession(accessToken ?? '');
  const again = await connection.query('SELECT Name FROM Account');
  const renewed = connection.accessToken;
  const info = await connection.soap.getUserInfo();
  const { timestamp } = await connection.soap.getServerTimestamp();
  await connection.logout();
  const after = await fetch(`${url}/services/data/v64.0/limits`, { headers: { authorization: `Bearer ${renewed}` } });

  expect(user).toMatchObject({ id: admin.userId, organizationId: org.id });
  expect(instanceUrl).toBe(url);
  expect([first.totalSize, again.totalSize]).toEqual([1, 1]);
  expect(renewed).not.toBe(accessToken);
  expect(info).toMatchObject({ userName: admin.username, organizationMultiCurrency: false, roleId: null });
  expect(Number.isNaN(Date.parse(timestamp))).toBe(false);
  expect(after.status).toBe(401);
});

it('hears why it may not log in', async () => {
  await using rig = await createEmulatorRig();
  const { admin, url } = rig.emulator;
  const login = (version: string, password: string) =>
    new Connection({ loginUrl: url, version, logLevel: 'NONE' }).login(admin.username, password);

  await expect(login(VERSION, admin.password)).rejects.toThrow('INVALID_OPERATION: SOAP API login() is disabled');
  rig.emulator.setSwitches({ soapApiLogin: 'allowed' });
  await expect(login(VERSION, 'wrong')).rejects.toThrow('INVALID_LOGIN: Invalid username, password');
  await expect(login('66.0', admin.password)).rejects.toThrow('not available in the API version specified (66.0)');
});

it('logs in with a password by OAuth', async () => {
  await using rig = await createEmulatorRig();
  const { admin, url } = rig.emulator;
  rig.emulator.setSwitches({ usernamePasswordFlow: 'allowed' });
  const redirectUri = 'http://localhost/callback';
  const { clientId, clientSecret } = rig.emulator.registerApp({ name: 'old', redirectUris: [redirectUri] });
  const oauth2 = { loginUrl: url, clientId, clientSecret, redirectUri };
  const connection = new Connection({ oauth2, version: '66.0', logLevel: 'NONE' });

  const user = await connection.login(admin.username, admin.password);
  const identity = await connection.identity();
  const { accessToken } = connection;
  await connection.logout();
  const after = await fetch(`${url}/services/data/v66.0/limits`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });

  expect(user.id).toBe(admin.userId);
  expect(identity.username).toBe(admin.username);
  expect(after.status).toBe(401);
});
