import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { median, type Measurement } from '../measurement.ts';
import { runProgram, type RunningProgram } from '../run-program.ts';
import type { FilledOrg } from './query-time.ts';

const IDLE_MS = 2000;
const builtProgram = new URL('dist/start.js', import.meta.resolve('@uman/emulator/package.json'));
const MEGABYTE = 1024 * 1024;

/** Start with all describes, idle memory, and how much of a large file is read to open it. The build is measured, not the sources. */
export async function measureFootprint({
  large,
  rounds,
}: {
  large: FilledOrg;
  rounds: number;
}): Promise<Measurement[]> {
  const starts: number[] = [];
  const bareStarts: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bareStarts.push(await timeBareProcess());
    const started = await startAndDescribe();
    starts.push(started.ms);
    memory.push(started.idleBytes);
  }
  const read = await bytesReadToOpen(['--data', large.file]);
  const readWithoutFile = await bytesReadToOpen([]);

  return [
    {
      name: 'start until every object is described',
      unit: 'ms',
      measured: median(starts),
      reference: median(bareStarts),
      against: 'bare Node process',
      goal: { atMost: 5 },
    },
    {
      name: 'idle memory',
      unit: 'MB',
      measured: median(memory) / MEGABYTE,
      reference: 150,
      against: 'the limit',
      goal: { atMost: 1 },
    },
    {
      name: `read to open ${large.rows.toLocaleString('en')} rows`,
      unit: 'MB',
      measured: Math.max(0, read - readWithoutFile) / MEGABYTE,
      reference: statSync(large.file).size / MEGABYTE,
      against: 'the whole file',
      goal: { atMost: 0.05 },
    },
  ];
}

async function timeBareProcess(): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await once(child, 'exit');
  return performance.now() - startedAt;
}

/** A new org until it listens, and the describeGlobal that lists every object has been answered. */
async function startAndDescribe(): Promise<{ ms: number; idleBytes: number }> {
  const startedAt = performance.now();
  const emulator = await startBuilt([]);
  try {
    const accessToken = await issueSession(emulator.ready);
    const answer = await fetch(`${emulator.ready}/services/data/v66.0/sobjects`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    if (answer.status !== 200) throw new Error(`describeGlobal: ${answer.status}`);
    await answer.text();
    const ms = performance.now() - startedAt;
    await setTimeout(IDLE_MS);
    return { ms, idleBytes: residentBytes(emulator.pid) };
  } finally {
    await emulator.stop();
  }
}

/** The program as it is deployed; ready with its address. */
function startBuilt(args: readonly string[]): Promise<RunningProgram<string>> {
  return runProgram(builtProgram, {
    args: ['--no-package', ...args],
    parse: (line) => line.slice(line.indexOf('http')),
  });
}

async function issueSession(url: string): Promise<string> {
  const answer = await fetch(`${url}/__emulator/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

async function bytesReadToOpen(args: readonly string[]): Promise<number> {
  const emulator = await startBuilt(args);
  const bytes = Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${emulator.pid}/io`, 'latin1'))?.[1]);
  await emulator.stop();
  return bytes;
}

/** Linux only, as this measurement is. */
function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return Number(kilobytes) * 1024;
}
