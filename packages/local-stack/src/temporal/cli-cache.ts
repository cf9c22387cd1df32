import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findExecutable } from '../find-executable.ts';
import { temporalVersion } from './pinned-release.ts';

const executable = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
const abandonedAfterMs = 24 * 60 * 60 * 1_000;

/** Where the fetched CLI is kept: outside of the project, so that a clean install leaves it. */
export function cachedCliFile(cacheDirectory: string): string {
  return join(cacheDirectory, `temporal-${temporalVersion}`, `${process.platform}-${process.arch}`, executable);
}

/** The fetched CLI; undefined where it was not fetched yet. */
export function findCachedCli(cacheDirectory: string): Promise<string | undefined> {
  return findExecutable(cachedCliFile(cacheDirectory), '');
}

/**
 * Has the CLI fetched into a folder of its own and puts that in its place in one step: whoever looks sees all or nothing,
 * and of two that fetch at once the first one's result stands.
 * @param fetchInto fetches into the folder and returns the executable's file
 */
export async function fillCliCache(
  cacheDirectory: string,
  fetchInto: (folder: string) => Promise<string>,
): Promise<string> {
  const file = cachedCliFile(cacheDirectory);
  await removeAbandoned(cacheDirectory);
  const folder = join(cacheDirectory, `.fetch-${process.pid}-${randomBytes(4).toString('hex')}`);
  const result = join(folder, 'result');
  try {
    await mkdir(result, { recursive: true });
    const fetched = await fetchInto(folder);
    await chmod(fetched, 0o755);
    await rename(fetched, join(result, executable));
    await mkdir(dirname(dirname(file)), { recursive: true });
    await rename(result, dirname(file));
  } catch (error) {
    // Somebody else was first: a folder that is not empty cannot be replaced.
    if ((await findCachedCli(cacheDirectory)) === undefined) throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return file;
}

/** Removes what fetches left that were killed long ago. */
async function removeAbandoned(cacheDirectory: string): Promise<void> {
  await mkdir(cacheDirectory, { recursive: true });
  for (const name of await readdir(cacheDirectory)) {
    if (!name.startsWith('.fetch-')) continue;
    const folder = join(cacheDirectory, name);
    const age = await stat(folder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    ); // 0: just removed by its owner
    if (age > abandonedAfterMs) await rm(folder, { recursive: true, force: true });
  }
}
