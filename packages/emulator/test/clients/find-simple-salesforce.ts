import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const VERSION = '1.12.10';
const run = promisify(execFile);

/** A Python that can import simple-salesforce. */
export interface SimpleSalesforce {
  readonly python: string;
  /** For PYTHONPATH. */
  readonly directory: string;
}

/**
 * simple-salesforce from PyPI, kept in the user's cache once it is fetched.
 *
 * @returns why it cannot be had, where there is no Python, no pip or no registry
 */
export async function findSimpleSalesforce(): Promise<SimpleSalesforce | { readonly missing: string }> {
  const python = 'python3';
  try {
    const { stdout } = await run(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
    const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'uman');
    const directory = join(cache, `simple-salesforce-${VERSION}-python-${stdout.trim()}`);
    if (!existsSync(directory)) await install(python, cache, directory);
    return { python, directory };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** Into a folder of its own first, so that what is in the cache is whole. */
async function install(python: string, cache: string, directory: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'simple-salesforce-'));
  try {
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-input', '--only-binary', ':all:'];
    await run(python, ['-m', 'pip', 'install', ...quiet, '--target', fresh, `simple-salesforce==${VERSION}`], {
      timeout: 180_000,
    });
    if (!existsSync(directory)) renameSync(fresh, directory);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
