import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DirectoryInUseError, DirectoryUnusableError, GuardianError } from '../errors.ts';
import { endRun } from './end-leftovers.ts';
import type { FromGuardian, GuardianSettings, ProcessRequest, ToGuardian } from './messages.ts';
import { identify } from './process-identity.ts';

/** A process that dies with us, even if we die by SIGKILL. */
export interface OwnedProcess {
  readonly pid: number;
  /** Settles when it has ended; both are null where that was not seen because the guardian was killed. */
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  /** Signals it and the processes it started. @default 'SIGTERM' */
  kill(signal?: NodeJS.Signals): void;
}

/** Starts processes and ends them, at the latest when this process is gone. */
export interface Guardian {
  /** A temporary folder of this run, removed at its end. */
  readonly runDirectory: string;
  start(request: ProcessRequest, onLine?: (line: string, stream: 'stdout' | 'stderr') => void): Promise<OwnedProcess>;
  /** Ends the workers and leaves the servers running. */
  stopWorkers(): Promise<void>;
  /** Ends everything, workers first, and removes the temporary folder. */
  stop(): Promise<void>;
}

interface Waiting {
  started(pid: number): void;
  failed(reason: string): void;
  line(line: string, stream: 'stdout' | 'stderr'): void;
  exited(result: { code: number | null; signal: string | null }): void;
}

/**
 * Starts a guardian. What a killed guardian left behind is ended first.
 * @throws DirectoryInUseError where another running stack holds `dataDirectory`
 * @throws DirectoryUnusableError where it cannot be made or written to
 */
export async function createGuardian(settings: Omit<GuardianSettings, 'owner'>): Promise<Guardian> {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const owner = identify(process.pid) ?? { pid: process.pid, startedAt: '' };
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL(`./main${extension}`, import.meta.url)),
      JSON.stringify({ ...settings, owner } satisfies GuardianSettings),
    ],
    // A session of its own: Ctrl-C in the terminal reaches us, and we decide what it means.
    { detached: true, cwd: '/', env: { PATH: settings.path }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );

  const processes = new Map<number, Waiting>();
  const ready = Promise.withResolvers<{ runDirectory: string; recordFile: string }>();
  const workersStopped = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  let complaints = '';
  let recordFile: string | undefined;
  let nextId = 1;

  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-4_000)));
  child.on('message', (message) => {
    const told = message as FromGuardian;
    switch (told.type) {
      case 'ready':
        recordFile = told.recordFile;
        return ready.resolve(told);
      case 'directoryInUse':
        return ready.reject(new DirectoryInUseError({ directory: settings.dataDirectory ?? '', pid: told.pid }));
      case 'directoryUnusable': {
        const { dataDirectory: directory = '' } = settings;
        return ready.reject(new DirectoryUnusableError({ directory, reason: told.reason }));
      }
      case 'started':
        return processes.get(told.id)?.started(told.pid);
      case 'notStarted':
        return processes.get(told.id)?.failed(told.reason);
      case 'line':
        return processes.get(told.id)?.line(told.line, told.stream);
      case 'exited':
        return processes.get(told.id)?.exited(told);
      case 'workersStopped':
        return workersStopped.resolve();
      case 'stopped':
        return; // its end follows
    }
  });
  child.once('error', (cause) =>
    ready.reject(new GuardianError('The guardian process could not be started.', { cause })),
  );
  child.once('close', (code, signal) => {
    ready.reject(
      new GuardianError(`The guardian process ended at its start (${signal ?? `code ${code}`}). ${complaints}`),
    );
    gone.resolve(cleanUp());
  });
  // It ends of itself only when all is down. Otherwise it was killed, and what it had started is ours to end.
  const cleanUp = async (): Promise<void> => {
    if (recordFile !== undefined) await endRun(recordFile);
    for (const waiting of processes.values()) {
      waiting.failed('the guardian process has ended');
      waiting.exited({ code: null, signal: null });
    }
    workersStopped.resolve();
  };

  const tell = (message: ToGuardian): void => {
    if (child.connected) child.send(message, () => undefined); // an end in between shows as 'close'
  };

  const { runDirectory } = await ready.promise;
  return {
    runDirectory,
    async start(request, onLine = () => undefined) {
      if (!child.connected) throw new GuardianError(`${request.name} was not started: the stack has ended.`);
      const id = nextId++;
      const started = Promise.withResolvers<number>();
      const exited = Promise.withResolvers<{ code: number | null; signal: string | null }>();
      processes.set(id, {
        started: started.resolve,
        failed(reason) {
          processes.delete(id);
          started.reject(new GuardianError(`${request.name} was not started: ${reason}.`));
        },
        line: onLine,
        exited({ code, signal }) {
          processes.delete(id);
          exited.resolve({ code, signal });
        },
      });
      tell({ type: 'start', id, request });
      const pid = await started.promise;
      return {
        pid,
        exited: exited.promise,
        kill: (signal = 'SIGTERM') => tell({ type: 'signal', id, signal }),
      };
    },
    async stopWorkers() {
      tell({ type: 'stopWorkers' });
      if (child.connected) await workersStopped.promise;
    },
    async stop() {
      tell({ type: 'stop' });
      await gone.promise;
    },
  };
}
