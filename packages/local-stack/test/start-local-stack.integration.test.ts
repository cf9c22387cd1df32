import { once } from 'node:events';
import { chmod, readdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isPortFree } from '../src/free-port.ts';
import { isRunning } from '../src/guardian/process-identity.ts';
import { createDatabase, PartNotStartedError, ServerUnreachableError, startLocalStack } from '../src/index.ts';
import { aFolder, aState } from './a-state.ts';
import { waitUntil } from './wait-until.ts';

describe('startLocalStack', () => {
  it('starts all parts, which answer, and leaves nothing behind when it is stopped', async () => {
    const { environment, records } = await aState();
    const lines: string[] = [];
    const stack = await startLocalStack({ environment, temporalUi: true, progress: (line) => lines.push(line) });
    try {
      const connection = await Connection.connect({ address: stack.temporal.address });
      const { capabilities } = await connection.workflowService.getSystemInfo({});
      expect(capabilities).toBeTruthy();
      const client = new Client({ connection, namespace: stack.temporal.namespace });
      expect(await client.workflow.count()).toMatchObject({ count: 0 });
      await connection.close();
      expect((await fetch(stack.temporal.uiUrl ?? '')).status).toBe(200);

      const database = new pg.Client({ connectionString: await createDatabase(stack, 'of-a "test"') });
      await database.connect();
      expect((await database.query('SELECT current_database() AS name')).rows).toEqual([{ name: 'of-a "test"' }]);
      await database.end();

      const answer = await fetch(new URL('/services/data', stack.emulator.url));
      expect(await answer.json()).toContainEqual(expect.objectContaining({ version: '66.0' }));
    } finally {
      const before = await records();
      await stack.stop();
      await stack.stop();

      const processes = before.flatMap((record) => [record.guardian, ...record.processes]);
      expect(processes).toHaveLength(3);
      expect(processes.filter(isRunning)).toEqual([]);
      expect(await records()).toEqual([]);
      expect(await isPortFree(Number(stack.temporal.address.split(':')[1]))).toBe(true);
      expect(await isPortFree(Number(new URL(stack.postgres.url).port))).toBe(true);
    }
    expect(lines.some((line) => /^Postgres 18\.\d+: ready on 127\.0\.0\.1:\d+ in \d+\.\d s$/.test(line))).toBe(true);
  });

  it('starts twice at the same time', async () => {
    const { environment } = await aState();
    const parts = { postgres: false, emulator: false };

    const stacks = await Promise.all([
      startLocalStack({ environment, parts }),
      startLocalStack({ environment, parts }),
    ]);

    expect(new Set(stacks.map(({ temporal }) => temporal.address)).size).toBe(2);
    await Promise.all(stacks.map((stack) => stack.stop()));
  });

  it('runs a process, hands over its lines, and ends it before the servers', async () => {
    const { environment } = await aState();
    const lines: [string, string][] = [];
    const stack = await startLocalStack({ environment, parts: { temporal: false, emulator: false } });
    const worker = await stack.startProcess({
      name: 'worker',
      command: process.execPath,
      args: [
        '-e',
        'process.on("SIGTERM", () => { console.error("bye"); process.exit(7); }); setInterval(() => {}, 1000); console.log(process.env.GREETING)',
      ],
      env: { GREETING: 'hello' },
      onLine: (line, stream) => lines.push([stream, line]),
    });
    await waitUntil('the worker greets', () => lines.length > 0);

    await stack.stop();

    expect(await worker.exited).toEqual({ code: 7, signal: null });
    expect(lines).toEqual([
      ['stdout', 'hello'],
      ['stderr', 'bye'],
    ]);
  });

  it('kills a process when asked, and says when there is no such program', async () => {
    const { environment } = await aState();
    await using stack = await disposable({ environment, parts: { temporal: false, postgres: false, emulator: false } });
    const process = await stack.startProcess({ name: 'sleeper', command: 'sleep', args: ['1000'] });

    process.kill('SIGKILL');

    expect(await process.exited).toEqual({ code: null, signal: 'SIGKILL' });
    await expect(stack.startProcess({ name: 'nobody', command: 'no-such-program', args: [] })).rejects.toMatchObject({
      code: 'LOCAL_STACK_GUARDIAN_FAILED',
    });
  });

  it('refuses a part that it was told not to start', async () => {
    const { environment } = await aState();
    await using stack = await disposable({ environment, parts: { temporal: false, postgres: false, emulator: false } });

    expect(() => stack.temporal).toThrow(PartNotStartedError);
    expect(() => stack.postgres).toThrow(PartNotStartedError);
    expect(() => stack.emulator).toThrow(PartNotStartedError);
  });

  it('uses the servers that the environment names, and leaves them running', async () => {
    const { environment } = await aState();
    await using given = await disposable({ environment, parts: { emulator: false } });
    const named = { ...environment, TEMPORAL_ADDRESS: given.temporal.address, DATABASE_URL: given.postgres.url };

    const stack = await startLocalStack({ environment: named, parts: { emulator: false } });
    expect(stack.temporal).toEqual({ address: given.temporal.address, namespace: 'default' });
    expect(stack.postgres).toEqual({ url: given.postgres.url });
    await stack.stop();

    expect(await isPortFree(Number(given.temporal.address.split(':')[1]))).toBe(false);
    expect(await isPortFree(Number(new URL(given.postgres.url).port))).toBe(false);
  });

  it.each([
    { variable: 'TEMPORAL_ADDRESS', value: '127.0.0.1:1', parts: { postgres: false, emulator: false } },
    {
      variable: 'DATABASE_URL',
      value: 'postgres://me:secret@127.0.0.1:1/x',
      parts: { temporal: false, emulator: false },
    },
  ])('names $variable when the server there does not answer', async ({ variable, value, parts }) => {
    const { environment, records } = await aState();

    const failure = await startLocalStack({ environment: { ...environment, [variable]: value }, parts }).catch(
      (error: unknown) => error,
    );

    expect(failure).toBeInstanceOf(ServerUnreachableError);
    expect(failure).toMatchObject({ code: 'LOCAL_STACK_SERVER_UNREACHABLE', variable });
    expect(String(failure)).not.toContain('secret');
    expect(await records()).toEqual([]);
  });

  it('stops the other parts when one fails, and leaves no folder', async () => {
    const { environment, records } = await aState();
    const temporary = await aFolder();
    await chmod(temporary, 0o777);
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;

    const start = startLocalStack({ environment: { ...environment, TMPDIR: temporary }, emulator: { port } });

    await expect(start).rejects.toMatchObject({ code: 'EMULATOR_PORT_UNAVAILABLE' });
    expect(await records()).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
  });
});

async function disposable(options: Parameters<typeof startLocalStack>[0]) {
  const stack = await startLocalStack(options);
  return Object.assign(Object.create(stack) as typeof stack, { [Symbol.asyncDispose]: () => stack.stop() });
}
