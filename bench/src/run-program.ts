import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface RunningProgram<Ready> {
  /** What the program said when it was ready. */
  readonly ready: Ready;
  readonly pid: number;
  /** Milliseconds from its start to `ready`. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

export interface RunProgramOptions {
  readonly args?: readonly string[];
  /** `source`: TypeScript as it is; `built`: our packages as `npm run build` made them. @default 'source' */
  readonly packages?: 'source' | 'built';
}

/**
 * Starts a program of this folder in a Node process of its own; it is ready when it prints one line of JSON.
 *
 * @param file beside this module's folder, e.g. `emulator/bare-server.ts`
 */
export async function runProgram<Ready>(
  file: string,
  { args = [], packages = 'source' }: RunProgramOptions = {},
): Promise<RunningProgram<Ready>> {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const conditions = packages === 'source' ? ['--conditions=development'] : [];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...conditions, '--disable-warning=ExperimentalWarning', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const line = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const first = await Promise.race([line, ended]);
  if (typeof first !== 'string') throw new Error(`${file} ended with ${first} before it was ready.`);
  return {
    ready: JSON.parse(first) as Ready,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - startedAt,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
