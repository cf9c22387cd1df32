import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { sharedStack } from '@uman/testing';
import { onTestFinished } from 'vitest';

/** A Temporal namespace of the test's own, for workers that poll the contract's task queue: tests then do not meet there. */
export async function aNamespace(): Promise<{ readonly namespace: string; readonly temporal: Client }> {
  const { address } = sharedStack().temporal;
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  onTestFinished(async () => await connection.close());
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  const temporal = new Client({ connection, namespace });
  // A new namespace is not known to all parts of the server at once.
  for (let tries = 0; ; tries += 1) {
    try {
      await temporal.workflow.count();
      return { namespace, temporal };
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    }
  }
}
