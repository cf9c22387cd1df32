import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canUse, type ServerAccount } from './server-account.ts';
import { sharedPlace } from './shared-place.ts';

/**
 * The folder for Postgres' data: `postgres` below the data directory. Where the server's account cannot reach that, it is a folder
 * elsewhere, and a file in the data directory tells which; without that file (the data directory was removed) the data goes too.
 */
export async function placeCluster(parent: string, account: ServerAccount | undefined): Promise<string> {
  const near = join(parent, 'postgres');
  await mkdir(near, { recursive: true, mode: 0o700 });
  if (account === undefined) return near;
  await chown(near, account.uid, account.gid);
  if (await canUse(near, account)) return near;

  const clusters = join(await sharedPlace(), 'clusters');
  await mkdir(clusters, { recursive: true, mode: 0o755 });
  await removeOrphans(clusters);
  const pointer = join(near, 'elsewhere.txt');
  const known = await readText(pointer);
  const far = known ?? join(clusters, randomBytes(8).toString('hex'));
  if (known === undefined) await writeFile(pointer, far);
  await mkdir(far, { recursive: true, mode: 0o700 });
  await chown(far, account.uid, account.gid);
  await writeFile(`${far}.origin`, pointer); // last: with this file, but without the pointer, it would be an orphan
  return far;
}

/** Removes the data of which no data directory knows any more. */
async function removeOrphans(clusters: string): Promise<void> {
  for (const name of await readdir(clusters)) {
    if (!name.endsWith('.origin')) continue;
    const originFile = join(clusters, name);
    const cluster = originFile.slice(0, -'.origin'.length);
    const pointer = await readText(originFile);
    if (pointer !== undefined && (await readText(pointer)) === cluster) continue;
    await rm(cluster, { recursive: true, force: true });
    await rm(originFile, { force: true });
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined; // not there
  }
}
