import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A worker as a process of its own, killed when the test ends. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** Resolves when it polls; rejects, with what it printed, when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

const SOURCES = ['--conditions=development', fileURLToPath(new URL('../src/main.ts', import.meta.url))];
/** What `npm run build` made, as it would be deployed: without the `development` condition. */
const BUILT = [fileURLToPath(new URL('../dist/main.js', import.meta.url))];

export function startWorkerProcess(
  form: 'sources' | 'built',
  environment: Readonly<Record<string, string>>,
): WorkerProcess {
  const child = spawn(process.execPath, form === 'sources' ? SOURCES : BUILT, {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('uman worker ready')) resolve();
      });
    }
    void ended.then((code) => reject(new Error(`The worker ended with ${code}:\n${lines.join('\n')}`)));
  });
  ready.catch(() => {}); // a test that expects the end does not wait for the start
  return { child, lines, ready, ended };
}
