import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createDatabase } from '@uman/local-stack';
import { beforeAll, describe, expect, it } from 'vitest';
import { anEmulatedOrg, replay, sharedStack, temporalClient } from '../src/index.ts';

describe('the rigs', () => {
  beforeAll(() => void Runtime.install({ logger: new DefaultLogger('ERROR') }));

  it('run a workflow on the shared stack, and replay it', async () => {
    const workflowBundle = await bundle('greeting');
    const { address } = sharedStack().temporal;
    const connection = await NativeConnection.connect({ address });
    const activities = { greet: (name: string) => Promise.resolve(`Hello, ${name}`) };
    const worker = await Worker.create({ connection, taskQueue: 'greetings', workflowBundle, activities });
    const client = await temporalClient();

    const handle = await worker.runUntil(async () => {
      const started = await client.workflow.start('greeting', {
        args: ['you'],
        taskQueue: 'greetings',
        workflowId: randomUUID(),
      });
      expect(await started.result()).toBe('Hello, you');
      return started;
    });
    await connection.close();

    await replay(handle, workflowBundle);
    await expect(replay(handle, await bundle('changed-greeting'))).rejects.toMatchObject({
      name: 'DeterminismViolationError',
    });
  });

  it('give a database of its own to a test', async () => {
    const url = await createDatabase(sharedStack(), 'of_a_test');

    expect(new URL(url).pathname).toBe('/of_a_test');
    await expect(createDatabase(sharedStack(), 'of_a_test')).rejects.toMatchObject({ code: '42P04' });
  });

  it('give an org of its own to a test', async () => {
    const one = await anEmulatedOrg();
    const other = await anEmulatedOrg();

    expect(one.url).not.toBe(other.url);
    expect((await fetch(new URL('/services/data', one.url))).status).toBe(200);
  });
});

function bundle(name: string) {
  const workflowsPath = fileURLToPath(new URL(`fixtures/${name}.ts`, import.meta.url));
  return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
}
