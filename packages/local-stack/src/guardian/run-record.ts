import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProcessIdentity } from './process-identity.ts';

/** A process that a guardian started, with what is needed to end it. */
export interface RecordedProcess extends ProcessIdentity {
  readonly name: string;
  /** Tried one after the other before SIGKILL. */
  readonly stopSignals: readonly NodeJS.Signals[];
}

/** What a guardian leaves on disk, so that a later start can clean up after one that was killed. */
export interface RunRecord {
  readonly machine: string;
  readonly guardian: ProcessIdentity;
  readonly owner: ProcessIdentity;
  readonly processes: readonly RecordedProcess[];
  /** Folders that are removed at the end. */
  readonly temporaryDirectories: readonly string[];
}

/** Where the records of one user's stacks are. */
export function runsDirectory(stateDirectory: string): string {
  return join(stateDirectory, 'runs');
}

/** Writes a record as a whole: a reader sees the old one or the new one. */
export function writeRunRecord(file: string, record: RunRecord): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  renameSync(draft, file);
}

/** Reads a record; undefined where it is gone or unreadable. */
export function readRunRecord(file: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return undefined; // removed by its owner a moment ago, or not one of ours
  }
}

export function removeRunRecord(file: string): void {
  rmSync(file, { force: true });
}

/** The files of all records, of stacks that run and of such as were killed. */
export function listRunRecords(stateDirectory: string): string[] {
  try {
    return readdirSync(runsDirectory(stateDirectory))
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(runsDirectory(stateDirectory), name));
  } catch {
    return []; // nothing was ever started
  }
}
