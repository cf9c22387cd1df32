import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const FLAGS = ['--conditions=development', '--disable-warning=ExperimentalWarning'];

export interface RunningProgram<Ready> {
  /** What the program said when it was ready. */
  readonly ready: Ready;
  readonly pid: number;
  /** Milliseconds from its start to `ready`. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

export interface RunProgramOptions<Ready> {
  readonly args?: readonly string[];
  /** What its first line says. @default JSON */
  readonly parse?: (line: string) => Ready;
}

/**
 * Starts a program in a Node process of its own; it is ready when it prints its first line.
 */
export async function runProgram<Ready>(
  program: URL,
  { args = [], parse }: RunProgramOptions<Ready> = {},
): Promise<RunningProgram<Ready>> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...FLAGS, fileURLToPath(program), ...args], {
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
  if (typeof first !== 'string') throw new Error(`${program.pathname} ended with ${first} before it was ready.`);
  return {
    ready: parse ? parse(first) : (JSON.parse(first) as Ready),
    pid: child.pid ?? 0,
    startedInMs: performance.now() - startedAt,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
