import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { SALESFORCE_WRITES } from '@uman/contracts';
import { createPlatformClient } from '@uman/contracts/client';
import { sharedStack } from '@uman/testing';
import { expect, it, onTestFinished } from 'vitest';
import type { Advice } from '../src/activities/advice.ts';
import { bundleWorkflows } from '../src/index.ts';
import { aNamespace } from './a-namespace.ts';
import './quiet-runtime.ts';

const LOCKED: Advice = { retryable: true, outcome: 'notApplied', retryAfterSeconds: 0.01, patience: 'steady' };

it('goes on in a new run before the history of a large write that waits for long reaches its limit', async () => {
  let attempts = 0;
  const { namespace, temporal } = await aNamespace();
  const connection = await NativeConnection.connect({ address: sharedStack().temporal.address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: SALESFORCE_WRITES,
    workflowBundle: await bundleWorkflows(),
    activities: {
      sendWrite: async () => {
        attempts += 1;
        if (attempts <= 7) {
          const detail = { code: 'SALESFORCE_RECORD_LOCKED', apiCalls: 1 };
          throw ApplicationFailure.create({ type: detail.code, nonRetryable: true, details: [detail, LOCKED] });
        }
        const record = { id: '001B000001LntWlIAJ', created: true };
        return { record, required: {}, roleIds: [], apiCalls: 1, warnings: [] };
      },
    },
  });
  const running = worker.run();
  onTestFinished(async () => {
    worker.shutdown();
    await running;
    await connection.close();
  });
  const uman = createPlatformClient({ client: temporal });
  const write = {
    key: 'large',
    connectionId: randomUUID(),
    record: { fields: { Name: 'Acme' } },
    note: { title: 'x', body: { text: 'x'.repeat(800_000) } },
  };

  const handle = await uman.start.writeAccount(write);
  const result = await handle.result();

  expect(result).toMatchObject({ outcome: 'written', apiCalls: 8 });
  const runs = temporal.workflow.list({ query: `WorkflowId = '${handle.workflowId}'` });
  const statuses = new Set<string>();
  for await (const { status } of runs) statuses.add(status.name);
  expect(statuses).toEqual(new Set(['CONTINUED_AS_NEW', 'COMPLETED']));
  // Still known by its content.
  expect(await uman.writeAccount(write)).toMatchObject({ outcome: 'alreadyWritten', apiCalls: 0 });
  await expect(uman.writeAccount({ ...write, note: undefined })).rejects.toMatchObject({ code: 'KEY_REUSED' });
});
