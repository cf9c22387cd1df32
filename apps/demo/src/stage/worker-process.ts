import { fileURLToPath } from 'node:url';
import type { LocalStack, OwnedProcess } from '@uman/local-stack';
import type { Narrator } from '../narrator.ts';

/** The worker as its own process: started, killed, and started again when it dies, as a supervisor would. */
export interface WorkerProcess {
  readonly pid: number;
  /** How often it was started again. */
  readonly restarts: number;
  /** SIGKILL: no chance to clean up. Another one is started. */
  kill(): void;
  /** Resolves when the one that runs now polls. */
  ready(): Promise<void>;
  /** Rejects when it was started again and again and does not run; never resolves. */
  readonly failed: Promise<never>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

export interface WorkerProcessOptions {
  readonly stack: LocalStack;
  readonly env: Readonly<Record<string, string>>;
  readonly narrator: Narrator;
}

const main = fileURLToPath(new URL(import.meta.resolve('@uman/worker/main')));
const FEWEST_RESTARTS_THAT_ARE_A_FAULT = 5;

export async function startWorkerProcess({ stack, env, narrator }: WorkerProcessOptions): Promise<WorkerProcess> {
  let restarts = 0;
  let restartsWithoutReady = 0;
  let stopping = false;
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {}); // told to whoever waits for it
  let current: { process: OwnedProcess; ready: Promise<void> };
  const lastLines: string[] = [];

  const start = async () => {
    const isReady = Promise.withResolvers<void>();
    const process = await stack.startProcess({
      name: 'worker',
      command: globalThis.process.execPath,
      args: [
        '--disable-warning=ExperimentalWarning',
        ...(main.endsWith('.ts') ? ['--conditions=development'] : []),
        main,
      ],
      env: { ...env },
      onLine: (line) => {
        lastLines.push(line);
        if (lastLines.length > 20) lastLines.shift();
        if (line.startsWith('uman worker ready')) {
          restartsWithoutReady = 0;
          isReady.resolve();
        }
      },
    });
    void process.exited.then(async ({ code, signal }) => await ended(code, signal, isReady));
    current = { process, ready: isReady.promise };
    isReady.promise.catch(() => {});
  };

  const ended = async (code: number | null, signal: string | null, isReady: PromiseWithResolvers<void>) => {
    if (stopping) return;
    restartsWithoutReady += 1;
    if (restartsWithoutReady >= FEWEST_RESTARTS_THAT_ARE_A_FAULT) {
      const error = new Error(
        `The worker does not start (${signal ?? `exit code ${code}`}). Its last lines:\n${lastLines.join('\n')}`,
      );
      isReady.reject(error);
      failure.reject(error);
      return;
    }
    restarts += 1;
    narrator.say(`The worker died (${signal ?? `exit code ${code}`}); another one is started.`);
    try {
      await start();
      isReady.resolve(current.ready);
    } catch (error) {
      isReady.reject(error);
      failure.reject(error);
    }
  };

  await start();
  return {
    get pid() {
      return current.process.pid;
    },
    get restarts() {
      return restarts;
    },
    kill: () => current.process.kill('SIGKILL'),
    ready: async () => await current.ready,
    failed: failure.promise,
    async stop() {
      stopping = true;
      current.process.kill('SIGTERM');
      await current.process.exited;
    },
  };
}
