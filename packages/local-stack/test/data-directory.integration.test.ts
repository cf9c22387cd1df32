import { access, chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../src/guardian/process-identity.ts';
import { DirectoryInUseError, DirectoryUnusableError, startLocalStack, type LocalStack } from '../src/index.ts';
import { aFolder, aState } from './a-state.ts';
import { aProgram } from './a-program.ts';
import { waitUntil } from './wait-until.ts';

const parts = { emulator: false };

describe('a data directory', () => {
  it('keeps the data and the addresses over a restart', async () => {
    const { environment } = await aState();
    const dataDirectory = await aFolder();
    const first = await startLocalStack({ environment, dataDirectory });
    await inDatabase(first.postgres.url, "CREATE TABLE kept AS SELECT 'yes' AS answer");
    await startSomeWorkflow(first, 'kept');
    const orgId = first.emulator.org.id;
    await first.stop();

    const second = await startLocalStack({ environment, dataDirectory });

    expect(second.postgres.url).toBe(first.postgres.url);
    expect(second.temporal.address).toBe(first.temporal.address);
    expect(second.emulator.url).toBe(first.emulator.url);
    expect(second.emulator.org.id).toBe(orgId);
    expect(await inDatabase(second.postgres.url, 'SELECT answer FROM kept')).toEqual([{ answer: 'yes' }]);
    expect(await statusOf(second, 'kept')).toBe('RUNNING');
    await second.stop();
  });

  it('is refused where it cannot be one, saying why', async () => {
    const { environment, records } = await aState();
    const file = join(await aFolder(), 'a-file');
    await writeFile(file, '');

    const start = startLocalStack({ environment, dataDirectory: file });

    await expect(start).rejects.toThrow(DirectoryUnusableError);
    await expect(start).rejects.toThrow(`${file} cannot be used: EEXIST`);
    expect(await records()).toEqual([]);
  });

  it('survives the death of everything', async () => {
    const { environment, records } = await aState();
    const dataDirectory = await aFolder();
    const program = await aProgram({ environment, parts, dataDirectory });
    await inDatabase(program.stack.postgres, "CREATE TABLE kept AS SELECT 'yes' AS answer");
    const [record] = await records();
    for (const { pid } of record?.processes ?? []) process.kill(pid, 'SIGKILL');
    process.kill(record?.guardian.pid ?? 0, 'SIGKILL');
    process.kill(program.pid, 'SIGKILL');
    await waitUntil('all are gone', () => record !== undefined && !record.processes.some(isRunning));

    const next = await startLocalStack({ environment, parts, dataDirectory });

    expect(await inDatabase(next.postgres.url, 'SELECT answer FROM kept')).toEqual([{ answer: 'yes' }]);
    await next.stop();
  });

  it('belongs to one stack at a time, and the error names the process that has it', async () => {
    const { environment } = await aState();
    const dataDirectory = await aFolder();
    const nothing = { temporal: false, postgres: false, emulator: false };
    const first = await startLocalStack({ environment, parts: nothing, dataDirectory });

    const refusal = await startLocalStack({ environment, parts, dataDirectory }).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(DirectoryInUseError);
    expect(refusal).toMatchObject({ code: 'LOCAL_STACK_DIRECTORY_IN_USE', directory: dataDirectory, pid: process.pid });
    await first.stop();
  });

  it('can be taken again at once after its program was killed', async () => {
    const { environment } = await aState();
    const dataDirectory = await aFolder();
    const program = await aProgram({ environment, parts, dataDirectory });

    process.kill(program.pid, 'SIGKILL');
    await program.exited;
    const next = await startLocalStack({ environment, parts, dataDirectory });

    expect(next.temporal.address).toBe(program.stack.temporal);
    await next.stop();
  });

  it.runIf(process.getuid?.() === 0)("has Postgres' data elsewhere where only root can reach it", async () => {
    const { environment } = await aState();
    const postgresOnly = { temporal: false, emulator: false };
    const folder = await aFolder();
    await chmod(folder, 0o700);
    const dataDirectory = join(folder, 'data');
    const first = await startLocalStack({ environment, parts: postgresOnly, dataDirectory });
    await inDatabase(first.postgres.url, "CREATE TABLE kept AS SELECT 'yes' AS answer");
    await first.stop();
    const second = await startLocalStack({ environment, parts: postgresOnly, dataDirectory });
    expect(await inDatabase(second.postgres.url, 'SELECT answer FROM kept')).toEqual([{ answer: 'yes' }]);
    await second.stop();
    const elsewhere = await readFile(join(dataDirectory, 'postgres', 'elsewhere.txt'), 'utf8');

    await rm(dataDirectory, { recursive: true });
    const third = await startLocalStack({ environment, parts: postgresOnly, dataDirectory });

    await expect(inDatabase(third.postgres.url, 'SELECT answer FROM kept')).rejects.toMatchObject({ code: '42P01' });
    await expect(access(elsewhere)).rejects.toMatchObject({ code: 'ENOENT' });
    await third.stop();
    const last = await readFile(join(dataDirectory, 'postgres', 'elsewhere.txt'), 'utf8');
    await Promise.all([last, `${last}.origin`].map((path) => rm(path, { recursive: true })));
  });
});

async function inDatabase(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the server may be killed under it
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function startSomeWorkflow({ temporal }: LocalStack, workflowId: string): Promise<void> {
  const connection = await Connection.connect({ address: temporal.address });
  await new Client({ connection }).workflow.start('nobodyRunsThis', { taskQueue: 'nobody', workflowId });
  await connection.close();
}

async function statusOf({ temporal }: LocalStack, workflowId: string): Promise<string> {
  const connection = await Connection.connect({ address: temporal.address });
  const { status } = await new Client({ connection }).workflow.getHandle(workflowId).describe();
  await connection.close();
  return status.name;
}
