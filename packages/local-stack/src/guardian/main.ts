/**
 * The guardian: a process of its own that starts a stack's processes and ends them when it is told to,
 * or when its owner is gone, however that came about (the channel between the two closes).
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockDirectory, type DirectoryLock } from './directory-lock.ts';
import { endLeftovers } from './end-leftovers.ts';
import { startGuardedChild, type GuardedChild } from './guarded-child.ts';
import type { FromGuardian, GuardianSettings, ProcessRequest, ToGuardian } from './messages.ts';
import { identify, machineIdentity } from './process-identity.ts';
import { removeRunRecord, runsDirectory, writeRunRecord } from './run-record.ts';

/** How long each stop signal is given once the owner is gone: nobody waits for a result any more. */
const orphanPatienceMs = 3_000;

const settings = JSON.parse(process.argv[2] ?? '{}') as GuardianSettings;
const self = identify(process.pid) ?? { pid: process.pid, startedAt: '' };
const recordFile = join(runsDirectory(settings.stateDirectory), `${process.pid}-${Date.now()}.json`);
const children = new Map<number, GuardedChild>();
const starting = new Set<Promise<void>>();
let isStopping = false;
const held: { lock?: DirectoryLock; runDirectory?: string } = {};

process.on('disconnect', () => void stopAndLeave(orphanPatienceMs));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => void stopAndLeave(orphanPatienceMs));
}
process.on('message', (message) => void obey(message as ToGuardian));

await endLeftovers(settings.stateDirectory);
if (settings.dataDirectory !== undefined) {
  try {
    const taken = await lockDirectory(settings.dataDirectory, settings.owner);
    if ('heldBy' in taken) await leaveWith({ type: 'directoryInUse', pid: taken.heldBy });
    else held.lock = taken;
  } catch (error) {
    await leaveWith({ type: 'directoryUnusable', reason: error instanceof Error ? error.message : String(error) });
  }
}
held.runDirectory = mkdtempSync(join(settings.temporaryBase, 'uman-stack-'));
chmodSync(held.runDirectory, 0o711); // an account of a server's own must be able to pass through it
writeRecord();
tell({ type: 'ready', runDirectory: held.runDirectory, recordFile });

/** Says why nothing can be started, and ends. */
function leaveWith(message: FromGuardian): Promise<never> {
  isStopping = true;
  return new Promise<never>(() => tell(message, () => process.exit(0)));
}

function obey(message: ToGuardian): Promise<void> | void {
  switch (message.type) {
    case 'start': {
      const start = startChild(message.id, message.request).finally(() => starting.delete(start));
      starting.add(start);
      return start;
    }
    case 'signal':
      return children.get(message.id)?.signal(message.signal);
    case 'stopWorkers':
      return stopChildren('worker').then(() => tell({ type: 'workersStopped' }));
    case 'stop':
      return stopAndLeave();
  }
}

async function startChild(id: number, request: ProcessRequest): Promise<void> {
  if (isStopping) return tell({ type: 'notStarted', id, reason: 'the stack is stopping' });
  try {
    const child = await startGuardedChild(request, (line, stream) => tell({ type: 'line', id, stream, line }));
    children.set(id, child);
    writeRecord();
    tell({ type: 'started', id, pid: child.pid });
    void reportEnd(id, child);
  } catch (error) {
    tell({ type: 'notStarted', id, reason: error instanceof Error ? error.message : String(error) });
  }
}

async function reportEnd(id: number, child: GuardedChild): Promise<void> {
  const { code, signal } = await child.exited;
  children.delete(id);
  if (!isStopping) writeRecord();
  tell({ type: 'exited', id, code, signal });
}

async function stopChildren(role: ProcessRequest['role'], patienceMs?: number): Promise<void> {
  await Promise.all(starting);
  const ours = [...children.values()].filter((child) => child.request.role === role);
  await Promise.all(ours.map((child) => child.stop(patienceMs)));
}

async function stopAndLeave(patienceMs?: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await stopChildren('worker', patienceMs);
  await stopChildren('server', patienceMs);
  if (held.runDirectory !== undefined) rmSync(held.runDirectory, { recursive: true, force: true, maxRetries: 5 });
  removeRunRecord(recordFile);
  held.lock?.release();
  tell({ type: 'stopped' });
  if (process.connected) process.disconnect();
  process.exit(0);
}

function writeRecord(): void {
  const processes = [...children.values()].flatMap(({ pid, request }) => {
    const identity = identify(pid);
    return identity ? [{ ...identity, name: request.name, stopSignals: request.stopSignals }] : [];
  });
  writeRunRecord(recordFile, {
    machine: machineIdentity(),
    guardian: self,
    owner: settings.owner,
    processes,
    temporaryDirectories: held.runDirectory === undefined ? [] : [held.runDirectory],
  });
}

/** Tells the owner, who may have gone a moment ago: that is what the 'disconnect' handler is for. */
function tell(message: FromGuardian, told: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, told);
  else told();
}
