import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SF = fileURLToPath(new URL('../bin/run.js', import.meta.resolve('@salesforce/cli')));

/** The real sf CLI with a home of its own. */
export interface SfRig extends Disposable {
  /** An empty directory, for files that a command reads or writes. */
  readonly directory: string;
  /** Runs a command with `--json`, and gives what it prints; fails with that when the command does. */
  sf(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<{ result: Record<string, unknown> }>;
}

export function createSfRig(): SfRig {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-sf-'));
  return {
    directory,
    async sf(args, env = {}) {
      const settings = {
        PATH: process.env['PATH'] ?? '',
        HOME: directory,
        SF_DISABLE_AUTOUPDATE: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true',
        SF_DISABLE_TELEMETRY: 'true',
        SF_DISABLE_LOG_FILE: 'true',
        SF_DISABLE_DNS_CHECK: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_ORG_API_VERSION: '66.0',
        NO_COLOR: '1',
        ...env,
      };
      try {
        const { stdout } = await run(process.execPath, [SF, ...args, '--json'], { cwd: directory, env: settings });
        return JSON.parse(stdout) as { result: Record<string, unknown> };
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        throw new Error(`sf ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
      }
    },
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}
