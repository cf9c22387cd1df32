import type { ProcessIdentity } from './process-identity.ts';

/** What a guardian is told when it is started, as JSON in its first argument. */
export interface GuardianSettings {
  readonly owner: ProcessIdentity;
  readonly stateDirectory: string;
  /** Where the temporary folder of this run is made. */
  readonly temporaryBase: string;
  /** Where the guardian finds system commands. */
  readonly path: string;
  /** Held for this run alone, if given. */
  readonly dataDirectory: string | undefined;
}

/** A process that the guardian is to start. */
export interface ProcessRequest {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Where its output goes: into a file (appended), or to the owner line by line. */
  readonly output: { readonly file: string } | 'lines';
  /** Run as this account instead of the guardian's own. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  /** Tried one after the other before SIGKILL; none for what may be killed at once. */
  readonly stopSignals: readonly NodeJS.Signals[];
  /** How long each of them is given while the owner lives. */
  readonly patienceMs: number;
  /** Workers end before the servers that they talk to. */
  readonly role: 'worker' | 'server';
}

export type ToGuardian =
  | { readonly type: 'start'; readonly id: number; readonly request: ProcessRequest }
  | { readonly type: 'signal'; readonly id: number; readonly signal: NodeJS.Signals }
  | { readonly type: 'stopWorkers' }
  | { readonly type: 'stop' };

export type FromGuardian =
  | { readonly type: 'ready'; readonly runDirectory: string; readonly recordFile: string }
  | { readonly type: 'directoryInUse'; readonly pid: number | undefined }
  | { readonly type: 'directoryUnusable'; readonly reason: string }
  | { readonly type: 'started'; readonly id: number; readonly pid: number }
  | { readonly type: 'notStarted'; readonly id: number; readonly reason: string }
  | { readonly type: 'line'; readonly id: number; readonly stream: 'stdout' | 'stderr'; readonly line: string }
  | { readonly type: 'exited'; readonly id: number; readonly code: number | null; readonly signal: string | null }
  | { readonly type: 'workersStopped' }
  | { readonly type: 'stopped' };
