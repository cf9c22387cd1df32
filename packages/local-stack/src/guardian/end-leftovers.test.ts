import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endLeftovers } from './end-leftovers.ts';
import { identify, isRunning, machineIdentity, type ProcessIdentity } from './process-identity.ts';
import { runsDirectory, writeRunRecord, type RunRecord } from './run-record.ts';

const dead: ProcessIdentity = { pid: 1, startedAt: 'never' };
const self = identify(process.pid) ?? dead;

describe('endLeftovers', () => {
  it('ends what a killed guardian had started, and removes its folder', async () => {
    const { state, record } = await aState();
    const left = await aProcess();
    record({
      processes: [{ ...left.identity, name: 'left', stopSignals: ['SIGTERM'] }],
      temporaryDirectories: [join(state, 'run')],
    });
    await mkdir(join(state, 'run'));

    await endLeftovers(state);

    expect(isRunning(left.identity)).toBe(false);
    expect(await left.endedBy).toBe('SIGTERM');
    expect(await readdir(state)).toEqual(['runs']);
    expect(await readdir(runsDirectory(state))).toEqual([]);
  });

  it.each([
    { name: 'a stack whose guardian runs', change: { guardian: self } },
    { name: 'another machine, or another container', change: { machine: 'elsewhere' } },
  ])('leaves alone what belongs to $name', async ({ change }) => {
    const { state, record } = await aState();
    const theirs = await aProcess();
    record({ processes: [{ ...theirs.identity, name: 'theirs', stopSignals: [] }], ...change });

    await endLeftovers(state);

    expect(isRunning(theirs.identity)).toBe(true);
    expect(await readdir(runsDirectory(state))).toHaveLength(1);
  });

  it('leaves alone a process that was given the pid later', async () => {
    const { state, record } = await aState();
    const stranger = await aProcess();
    record({ processes: [{ pid: stranger.identity.pid, startedAt: '1', name: 'gone', stopSignals: [] }] });

    await endLeftovers(state);

    expect(isRunning(stranger.identity)).toBe(true);
    expect(await readdir(runsDirectory(state))).toEqual([]);
  });
});

async function aState(): Promise<{ state: string; record: (changes: Partial<RunRecord>) => void }> {
  const state = await mkdtemp(join(tmpdir(), 'uman-test-'));
  onTestFinished(() => rm(state, { recursive: true, force: true }));
  const base: RunRecord = {
    machine: machineIdentity(),
    guardian: dead,
    owner: dead,
    processes: [],
    temporaryDirectories: [],
  };
  return { state, record: (changes) => writeRunRecord(join(runsDirectory(state), 'x.json'), { ...base, ...changes }) };
}

async function aProcess(): Promise<{ identity: ProcessIdentity; endedBy: Promise<string | null> }> {
  const child = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const endedBy = new Promise<string | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  await once(child, 'spawn');
  const identity = identify(child.pid ?? 0);
  if (identity === undefined) throw new Error('It ended at once.');
  return { identity, endedBy };
}
