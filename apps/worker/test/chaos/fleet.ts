import type { Client } from '@temporalio/client';
import { createPlatformClient, type PlatformClient } from '@uman/contracts/client';
import type { ConnectedOrg } from '../a-connected-org.ts';
import { aNamespace } from '../a-namespace.ts';
import { startWorkerProcess, type WorkerProcess } from '../worker-process.ts';

/** Workers as processes of their own, in a namespace of their own since they poll the contract's task queue. */
export interface Fleet {
  readonly temporal: Client;
  readonly uman: PlatformClient;
  /** SIGKILL to one of the workers; another one takes its place. */
  killOne(): void;
  /** SIGTERM to one of the workers; another one takes its place. */
  replaceOne(): void;
  /** In good order. Resolves with the exit codes. */
  stop(): Promise<(number | null)[]>;
}

export async function aFleet(
  org: ConnectedOrg,
  options: { workers: number; requestTimeoutSeconds: number; longestRequestSeconds: number },
): Promise<Fleet> {
  const { namespace, temporal } = await aNamespace();
  const launch = (): WorkerProcess =>
    startWorkerProcess('sources', {
      ...org.environment,
      TEMPORAL_NAMESPACE: namespace,
      UMAN_REQUEST_TIMEOUT_SECONDS: String(options.requestTimeoutSeconds),
      UMAN_LONGEST_REQUEST_SECONDS: String(options.longestRequestSeconds),
    });
  const running = Array.from({ length: options.workers }, launch);
  await Promise.all(running.map(async ({ ready }) => await ready));
  const replace = (signal: 'SIGKILL' | 'SIGTERM'): void => {
    running.shift()?.child.kill(signal);
    running.push(launch());
  };
  return {
    temporal,
    uman: createPlatformClient({ client: temporal }),
    killOne: () => replace('SIGKILL'),
    replaceOne: () => replace('SIGTERM'),
    stop: async () =>
      await Promise.all(
        running.map(async ({ child, ended }) => {
          child.kill('SIGTERM');
          return await ended;
        }),
      ),
  };
}
