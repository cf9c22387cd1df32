import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('sf project convert source', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'uman-sf-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it.each([
    {
      directory: 'force-app/main',
      members: [
        '<members>Write__c</members>',
        '<members>Write__c.Key__c</members>',
        '<members>uman_Integration</members>',
      ],
    },
    { directory: 'force-app/unpackaged', members: ['<members>uman_Standard_Access</members>'] },
  ])('accepts $directory', ({ directory, members }) => {
    const sf = join(root, 'node_modules/.bin/sf');
    const output = join(home, 'mdapi');

    const { status, stdout } = spawnSync(
      sf,
      ['project', 'convert', 'source', '--root-dir', directory, '--output-dir', output, '--json'],
      {
        cwd: root,
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          HOME: home,
          SF_DISABLE_AUTOUPDATE: 'true',
          SF_SKIP_NEW_VERSION_CHECK: 'true',
          SF_DISABLE_TELEMETRY: 'true',
          SF_DISABLE_LOG_FILE: 'true',
          NO_COLOR: '1',
        },
      },
    );

    expect({ status, warnings: (JSON.parse(stdout) as { warnings: string[] }).warnings }).toEqual({
      status: 0,
      warnings: [],
    });
    const manifest = readFileSync(join(output, 'package.xml'), 'utf8');
    for (const member of members) expect(manifest).toContain(member);
  });
});
