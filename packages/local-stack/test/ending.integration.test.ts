import { access } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isPortFree } from '../src/free-port.ts';
import { isRunning, type ProcessIdentity } from '../src/guardian/process-identity.ts';
import type { RunRecord } from '../src/guardian/run-record.ts';
import { startLocalStack } from '../src/index.ts';
import { aFolder, aState } from './a-state.ts';
import { aProgram } from './a-program.ts';
import { waitUntil } from './wait-until.ts';

const parts = { emulator: false };

describe('a stack whose program ends', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('by %s leaves no process, port or folder', async (signal) => {
    const { environment, records } = await aState();
    const program = await aProgram({ environment, parts });
    const [record] = await records();
    expect(record?.processes.map(({ name }) => name).sort()).toEqual(['Postgres', 'Temporal', 'sleeper']);

    process.kill(program.pid, signal);

    await allGone(record);
    await waitUntil('the record is removed', async () => (await records()).length === 0);
    expect(await isPortFree(Number(program.stack.temporal.split(':')[1]))).toBe(true);
    expect(await isPortFree(Number(new URL(program.stack.postgres).port))).toBe(true);
  });
});

describe('a stack whose guardian is killed', () => {
  it('is ended by the program that owns it', async () => {
    const { environment, records } = await aState();
    const stack = await startLocalStack({ environment, parts });
    const sleeper = await stack.startProcess({ name: 'sleeper', command: 'sleep', args: ['1000'] });
    const [record] = await records();

    process.kill(record?.guardian.pid ?? 0, 'SIGKILL');

    await allGone(record);
    expect(await sleeper.exited).toEqual({ code: null, signal: null });
    await expect(stack.startProcess({ name: 'late', command: 'sleep', args: ['1'] })).rejects.toMatchObject({
      code: 'LOCAL_STACK_GUARDIAN_FAILED',
    });
    await stack.stop();
  });

  it('together with its program, is ended by the next start at the latest', async () => {
    const { environment, records } = await aState();
    // With nothing on the PATH the kernel's help (setpriv) is not found either, so the processes live on.
    const program = await aProgram({ environment: { ...environment, PATH: await aFolder() }, parts });
    const [record] = await records();
    process.kill(record?.guardian.pid ?? 0, 'SIGSTOP'); // or it would see its program end
    process.kill(program.pid, 'SIGKILL');
    await program.exited;
    process.kill(record?.guardian.pid ?? 0, 'SIGKILL');
    await waitUntil('the guardian is gone', () => record !== undefined && !isRunning(record.guardian));
    expect(record?.processes.filter(isRunning)).toHaveLength(3);

    const next = await startLocalStack({ environment, parts: { temporal: false, postgres: false, emulator: false } });

    expect(record?.processes.filter(isRunning)).toEqual([]);
    expect(await records()).toHaveLength(1);
    await expect(access(record?.temporaryDirectories[0] ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
    await next.stop();
  });

  it.runIf(process.platform === 'linux')('together with its program, is ended by the kernel at once', async () => {
    const { environment, records } = await aState();
    const program = await aProgram({ environment, parts });
    const [record] = await records();

    process.kill(record?.guardian.pid ?? 0, 'SIGSTOP');
    process.kill(program.pid, 'SIGKILL');
    process.kill(record?.guardian.pid ?? 0, 'SIGKILL');

    await allGone(record);
    // The folder is for the next start to remove.
    const next = await startLocalStack({ environment, parts: { temporal: false, postgres: false, emulator: false } });
    await next.stop();
    expect(await records()).toEqual([]);
  });
});

async function allGone(record: RunRecord | undefined): Promise<void> {
  const all: readonly ProcessIdentity[] = record ? [record.guardian, ...record.processes] : [];
  expect(all).not.toEqual([]);
  await waitUntil('all processes are gone', () => all.every((one) => !isRunning(one)));
}
