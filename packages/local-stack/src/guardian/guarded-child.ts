import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { findExecutable } from '../find-executable.ts';
import { signalGroup } from './end-leftovers.ts';
import type { ProcessRequest } from './messages.ts';

/** A process that the guardian has started; it leads a process group of its own. */
export interface GuardedChild {
  readonly pid: number;
  readonly request: ProcessRequest;
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  signal(signal: NodeJS.Signals): void;
  /** Ends it and its group: each stop signal in turn, then SIGKILL. */
  stop(patienceMs?: number): Promise<void>;
}

/** Starts a process in a group of its own. On Linux the kernel ends it too when the guardian is killed. */
export async function startGuardedChild(
  request: ProcessRequest,
  onLine: (line: string, stream: 'stdout' | 'stderr') => void,
): Promise<GuardedChild> {
  const executable = await findExecutable(inDirectory(request), request.env['PATH'] ?? '');
  if (executable === undefined) throw new Error(`there is no executable ${request.command}`);
  const [command, ...args] = [...deathSignalPrefix(request), executable, ...request.args];

  const log = request.output === 'lines' ? undefined : openSync(request.output.file, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn(command ?? executable, args, {
      cwd: request.cwd,
      env: request.env,
      detached: true,
      stdio: log === undefined ? ['ignore', 'pipe', 'pipe'] : ['ignore', log, log],
      ...request.account,
    });
    await new Promise<void>((spawned, reject) => {
      child.once('spawn', spawned);
      child.once('error', reject);
    });
  } finally {
    if (log !== undefined) closeSync(log);
  }
  const pid = child.pid;
  if (pid === undefined) throw new Error('it has no pid');

  for (const stream of ['stdout', 'stderr'] as const) {
    const source = child[stream];
    if (source) createInterface({ input: source }).on('line', (line) => onLine(line, stream));
  }
  const exited = new Promise<{ code: number | null; signal: string | null }>((ended) => {
    child.once(request.output === 'lines' ? 'close' : 'exit', (code, signal) => ended({ code, signal }));
    // What it leaves running in its group holds the pipes open and is nobody's any more.
    child.once('exit', () => signalGroup(pid, 'SIGKILL'));
  });
  let hasExited = false;
  void exited.then(() => (hasExited = true));

  const signal = (name: NodeJS.Signals): void => {
    if (!hasExited) signalGroup(pid, name);
  };
  return {
    pid,
    request,
    exited,
    signal,
    async stop(patienceMs = request.patienceMs) {
      for (const name of [...request.stopSignals, 'SIGKILL'] as const) {
        if (hasExited) return;
        signal(name);
        await Promise.race([exited, sleep(patienceMs, undefined, { ref: false })]);
      }
      await exited;
    },
  };
}

/** A command with a slash is a path, taken from where it is to run. */
function inDirectory({ command, cwd }: ProcessRequest): string {
  return command.includes('/') ? resolve(cwd, command) : command;
}

let setprivWorks: boolean | undefined;

/** The words before a command that have the kernel send it its first stop signal when its parent dies; none where that is not to be had. */
function deathSignalPrefix({ stopSignals }: ProcessRequest): string[] {
  if (process.platform !== 'linux') return [];
  setprivWorks ??= spawnSync('setpriv', ['--pdeathsig', 'TERM', '--', 'true'], { stdio: 'ignore' }).status === 0;
  return setprivWorks ? ['setpriv', '--pdeathsig', (stopSignals[0] ?? 'SIGKILL').slice('SIG'.length), '--'] : [];
}
