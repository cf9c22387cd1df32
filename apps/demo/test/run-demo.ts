import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** What a run of the demo printed. */
export interface DemoRun {
  readonly exitCode: number | null;
  readonly lines: readonly string[];
  /** The figures, when the last line is JSON. */
  figures(): Record<string, unknown>;
}

/** Runs the demo as a user would, as a process of its own. */
export async function runDemo(
  args: readonly string[],
  onLine: (line: string, stop: () => void) => void = () => {},
  directory = process.cwd(),
): Promise<DemoRun> {
  const child = spawn(process.execPath, ['--conditions=development', main, ...args], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine(line, () => void child.kill('SIGTERM'));
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, lines, figures: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}
