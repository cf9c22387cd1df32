import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';

const program = fileURLToPath(new URL('../../../../node_modules/@salesforce/cli/bin/run.js', import.meta.url));

/** The sf CLI in a home of its own, logged in with the rig's session. */
async function sfFor(instanceUrl: string, accessToken: string) {
  const home = await mkdtemp(join(tmpdir(), 'sf-query-'));
  const sf = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
      cwd: home,
      env: {
        HOME: home,
        SF_ACCESS_TOKEN: accessToken,
        SF_DISABLE_TELEMETRY: 'true',
        SF_AUTOUPDATE_DISABLE: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true',
        NO_COLOR: '1',
      },
    });
    return stdout;
  };
  await sf('org', 'login', 'access-token', '--instance-url', instanceUrl, '--no-prompt', '--alias', 'org');
  return { sf, [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }) };
}

it('prints tables of rows, parents, children and groups, and what a search finds', { timeout: 120_000 }, async () => {
  await using rig = await createEmulatorRig();
  const AccountId = await rig.create('Account', { Name: 'Acme' });
  await rig.create('Contact', { LastName: 'Doe', AccountId });
  await rig.create('Contact', { LastName: 'Roe', AccountId });
  await using cli = await sfFor(rig.emulator.url, rig.accessToken);
  const query = (soql: string) => cli.sf('data', 'query', '--target-org', 'org', '--query', soql);

  const [rows, groups, found] = await Promise.all([
    query('SELECT Name, Owner.Username, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account'),
    query('SELECT Account.Name, COUNT(Id) FROM Contact GROUP BY Account.Name'),
    cli.sf('data', 'search', '--target-org', 'org', '--json', '--query', 'FIND {Doe} RETURNING Contact(LastName)'),
  ]);

  const cells = (table: string) => table.split('\n').map((line) => line.split(/[│|]/).map((cell) => cell.trim()));
  expect(rows).toContain('Total number of records retrieved: 1.');
  expect(cells(rows).flat()).toEqual(
    expect.arrayContaining(['NAME', 'Acme', 'OWNER.USERNAME', 'Doe', 'Roe']) as unknown,
  );
  expect(cells(groups).flat()).toEqual(expect.arrayContaining(['Acme', '2']) as unknown);
  expect((JSON.parse(found) as { result: unknown }).result).toMatchObject({ searchRecords: [{ LastName: 'Doe' }] });
});
