import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DirectoryInUseError, NotADataDirectoryError } from './errors.ts';
import { lockDirectory, lockFile } from './guardian/directory-lock.ts';
import { identify } from './guardian/process-identity.ts';

/**
 * Removes a data directory with all that stacks have kept in it. One that is not there is removed already.
 * @throws DirectoryInUseError where a stack runs on it
 * @throws NotADataDirectoryError where no stack ever did, and there is something in it: it may be anything of the user's
 */
export async function removeDataDirectory(dataDirectory: string): Promise<void> {
  const directory = resolve(dataDirectory);
  if (!existsSync(directory)) return;
  if (!existsSync(join(directory, lockFile)) && (await readdir(directory)).length > 0) {
    throw new NotADataDirectoryError({ directory });
  }
  const lock = await lockDirectory(directory, identify(process.pid) ?? { pid: process.pid, startedAt: '' });
  if ('heldBy' in lock) throw new DirectoryInUseError({ directory, pid: lock.heldBy });
  try {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  } finally {
    lock.release();
  }
}
