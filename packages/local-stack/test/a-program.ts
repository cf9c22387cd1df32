import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { LocalStackOptions } from '../src/index.ts';

/** A program of its own that holds a stack; see programs/hold-stack.ts. */
export interface Program {
  readonly pid: number;
  readonly stack: { readonly temporal: string; readonly postgres: string; readonly process: number };
  readonly exited: Promise<void>;
}

export async function aProgram(options: Omit<LocalStackOptions, 'progress'>): Promise<Program> {
  const file = fileURLToPath(new URL('programs/hold-stack.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=development', file, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The program ended with code ${code} before its stack was up.`)));
  });
  return { pid: child.pid ?? 0, stack: JSON.parse(line) as Program['stack'], exited };
}
