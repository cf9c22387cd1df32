import { execFileSync } from 'node:child_process';
import { accessSync, constants, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;

/**
 * Waits until no other process installs into this folder, and keeps others waiting until it is released. What a process
 * left behind that is gone is no lock: its holder is told by pid and start time, since a pid is given out again.
 *
 * @param {string} root the repository's top folder
 * @param {(pid: number) => void} onWait called once, when another process holds it
 * @returns {Promise<() => void>} releases it
 */
export async function installLock(root, onWait = () => {}) {
  const folder = join(root, '.local');
  const file = join(folder, 'install.lock');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`Dependencies have to be installed, and ${root} is not writable: ${cause.message}.`, { cause });
  }
  const own = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) });
  let hasWaited = false;
  for (;;) {
    if (take(file, own)) return () => rmSync(file, { force: true });
    const text = read(file);
    if (text !== undefined && isAbandoned(text)) {
      remove(file, text);
      continue;
    }
    const holder = parse(text);
    if (holder !== undefined && !hasWaited) {
      hasWaited = true;
      onWait(holder.pid);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/** Written whole under another name first: whoever sees the lock sees its holder. */
function take(file, text) {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes an abandoned lock, but not one that somebody else has put in its place meanwhile. */
function remove(file, abandoned) {
  const aside = `${file}.${process.pid}.abandoned`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return; // somebody was quicker
    throw error;
  }
  if (read(aside) === abandoned) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isAbandoned(text) {
  const holder = parse(text);
  return holder !== undefined && startOf(holder.pid) !== holder.startedAt;
}

function parse(text) {
  return text === undefined ? undefined : JSON.parse(text);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // released a moment ago
  }
}

/** When a process started, in the words of its system; empty when there is none. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    if (process.platform !== 'win32')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    process.kill(pid, 0);
    return 'running';
  } catch {
    return ''; // no such process
  }
}
