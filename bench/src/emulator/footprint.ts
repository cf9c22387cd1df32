import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { median, type Measurement } from '../measurement.ts';
import { runProgram } from '../run-program.ts';
import type { EmulatorServerReady } from './emulator-server-ready.ts';
import type { FilledOrg } from './query-time.ts';

const IDLE_MS = 2000;
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
  const opening = await runProgram<EmulatorServerReady>('emulator/emulator-server.ts', {
    args: [large.file],
    packages: 'built',
  });
  const read = bytesRead(opening.pid);
  await opening.stop();
  const empty = await runProgram<EmulatorServerReady>('emulator/emulator-server.ts', { packages: 'built' });
  const readWithoutFile = bytesRead(empty.pid);
  await empty.stop();

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
  const emulator = await runProgram<EmulatorServerReady>('emulator/emulator-server.ts', { packages: 'built' });
  try {
    const answer = await fetch(`${emulator.ready.url}/services/data/v66.0/sobjects`, {
      headers: { authorization: `Bearer ${emulator.ready.accessToken}` },
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

/** Linux only, as this measurement is. */
function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return Number(kilobytes) * 1024;
}

function bytesRead(pid: number): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'latin1'))?.[1]);
}
