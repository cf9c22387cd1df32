import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from './process-identity.ts';

/** The file by which a data directory is told from any other folder. */
export const lockFile = 'stack.lock';
const shutdownPatienceMs = 20_000;

/** Holds a data directory until it is released, or until this process ends, however it ends. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes a data directory for this process. The lock is SQLite's on a file, so the kernel lifts it when the holder dies.
 * Where the holder's owner is gone, its guardian is still shutting down, and we wait for that; otherwise its owner's pid is the answer.
 */
export async function lockDirectory(
  directory: string,
  owner: ProcessIdentity,
): Promise<DirectoryLock | { readonly heldBy: number | undefined }> {
  mkdirSync(directory, { recursive: true });
  const holderFile = join(directory, 'stack-owner.json');
  for (let waited = 0; ; waited += 50) {
    const lock = tryLock(join(directory, lockFile));
    if (lock) {
      writeFileSync(holderFile, JSON.stringify(owner));
      return lock;
    }
    const holder = readHolder(holderFile);
    const isShuttingDown = holder !== undefined && !isRunning(holder);
    if (!isShuttingDown || waited >= shutdownPatienceMs) return { heldBy: holder?.pid };
    await sleep(50);
  }
}

function tryLock(file: string): DirectoryLock | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    const busy = 5;
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined;
    throw error;
  }
}

function readHolder(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined; // taken a moment ago and not yet signed
  }
}
