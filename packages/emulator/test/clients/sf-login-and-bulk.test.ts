import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEmulator } from '../../src/index.ts';
import { createSfRig } from './sf-rig.ts';

it('the sf CLI logs in to an org by JWT and to another by access token, and moves records in bulk', async () => {
  const emulator = await createEmulator();
  using rig = createSfRig();
  try {
    const sandbox = emulator.createSandbox({ name: 'rc1' });
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keyFile = join(rig.directory, 'server.key');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const { clientId } = sandbox.registerApp({
      name: 'release',
      redirectUris: ['http://localhost:1717/OauthRedirect'],
      certificate: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      permittedUsers: 'adminApproved',
      approvedProfiles: ['System Administrator'],
    });
    const file = join(rig.directory, 'accounts.csv');
    writeFileSync(file, 'Name,Industry\nBulk one,Energy\n"Bulk, two",\n');
    const exported = join(rig.directory, 'exported.csv');

    const byKey = await rig.sf([
      'org',
      'login',
      'jwt',
      '--client-id',
      clientId,
      '--jwt-key-file',
      keyFile,
      '--username',
      sandbox.admin.username,
      '--instance-url',
      emulator.testLoginUrl,
      '--alias',
      'rc1',
    ]);
    const byToken = await rig.sf(
      ['org', 'login', 'access-token', '--instance-url', emulator.url, '--no-prompt', '--alias', 'first'],
      { SF_ACCESS_TOKEN: emulator.issueSession().accessToken },
    );
    const imported = await rig.sf([
      'data',
      'import',
      'bulk',
      '--file',
      file,
      '--sobject',
      'Account',
      '--wait',
      '1',
      '--target-org',
      'rc1',
      '--line-ending',
      'LF',
    ]);
    await rig.sf([
      'data',
      'export',
      'bulk',
      '--query',
      'SELECT Name, Industry FROM Account ORDER BY Name',
      '--wait',
      '1',
      '--output-file',
      exported,
      '--target-org',
      'rc1',
    ]);

    expect(byKey.result).toMatchObject({ orgId: sandbox.org.id, username: sandbox.admin.username });
    expect(byToken.result).toMatchObject({ orgId: emulator.org.id, username: emulator.admin.username });
    expect(imported.result).toMatchObject({ processedRecords: 2, failedRecords: 0 });
    expect(sandbox.count('Account')).toBe(2);
    expect(emulator.count('Account')).toBe(0);
    expect(readFileSync(exported, 'utf8').replaceAll('"', '').trim().split('\n')).toHaveLength(3);
  } finally {
    await emulator.close();
  }
}, 120_000);
