import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, machineIdentity } from './process-identity.ts';
import { listRunRecords, readRunRecord, removeRunRecord, type RecordedProcess } from './run-record.ts';

const patienceMs = 5_000;

/**
 * Ends what guardians left behind that were killed themselves: their processes, told by pid and start time,
 * and their temporary folders. Stacks whose guardian runs are left alone, and so is what another machine wrote here.
 */
export async function endLeftovers(stateDirectory: string): Promise<void> {
  await Promise.all(listRunRecords(stateDirectory).map((file) => endRun(file)));
}

/** Ends what one record names, if its guardian no longer runs. */
export async function endRun(recordFile: string): Promise<void> {
  const record = readRunRecord(recordFile);
  if (record === undefined || record.machine !== machineIdentity() || isRunning(record.guardian)) return;
  await Promise.all(record.processes.map(endProcess));
  for (const directory of record.temporaryDirectories)
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  removeRunRecord(recordFile);
}

async function endProcess(recorded: RecordedProcess): Promise<void> {
  for (const signal of [...recorded.stopSignals, 'SIGKILL'] as const) {
    if (!isRunning(recorded)) return;
    signalGroup(recorded.pid, signal);
    for (let waited = 0; waited < patienceMs && isRunning(recorded); waited += 20) await sleep(20);
  }
}

/** Signals a process that leads its own group, and all that is in the group. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    // It has just ended: no such process, or (macOS) a group of nothing but zombies.
    const ended = error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM');
    if (!ended) throw error;
  }
}
