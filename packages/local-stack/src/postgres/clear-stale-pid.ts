import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes the pid file that a killed Postgres left behind, when the pid now belongs to another program. Postgres itself
 * would take that program for a server on the same data and refuse to start: in containers, where pids are few, that is common.
 * Only where the data directory is ours alone. Linux; elsewhere Postgres decides.
 */
export async function clearStalePid(dataDirectory: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const file = join(dataDirectory, 'postmaster.pid');
  const pid = await readFile(file, 'utf8').then(
    (text) => Number(text.split('\n')[0]),
    () => undefined,
  ); // absent: a clean end
  if (pid === undefined) return;
  const workingDirectory = await readlink(`/proc/${pid}/cwd`).catch(() => undefined); // no such process
  // A server works in its data directory.
  if (workingDirectory !== (await realpath(dataDirectory))) await rm(file, { force: true });
}
