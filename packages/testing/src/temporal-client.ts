import { Client, Connection, type ClientOptions } from '@temporalio/client';
import { onTestFinished } from 'vitest';
import { sharedStack } from './shared-stack.ts';

/**
 * A client of the shared stack's Temporal, closed when the test that asked for it has finished.
 * @param options a data converter, say
 */
export async function temporalClient(options: Omit<ClientOptions, 'connection' | 'namespace'> = {}): Promise<Client> {
  const { address, namespace } = sharedStack().temporal;
  const connection = await Connection.connect({ address });
  onTestFinished(() => connection.close());
  return new Client({ ...options, connection, namespace });
}
