import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { NativeConnection, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { createPlatformClient, type PlatformClient } from '@uman/contracts/client';
import type { Emulator } from '@uman/emulator';
import { anEmulatedOrg, replay, sharedStack, temporalClient } from '@uman/testing';
import { onTestFinished } from 'vitest';
import { bundleWorkflows, createUmanWorker, type ActivityDependencies } from '../src/index.ts';
import './quiet-runtime.ts';
import { openEmulatedOrg } from './open-emulated-org.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const orgMetadata = fileURLToPath(new URL('metadata', import.meta.url));

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** What a write stands on: an org with the package, a worker, and the client of a platform service. */
export interface Rig {
  readonly emulator: Emulator;
  readonly uman: PlatformClient;
  readonly temporal: Client;
  /** Of its own, so that tests that share a Temporal server do not meet. */
  readonly connectionId: string;
  /** Where its worker polls. */
  readonly taskQueue: string;
}

export interface RigOptions {
  /** @default true */
  readonly withPackage?: boolean;
  /** @default an org of its own */
  readonly emulator?: Emulator;
  /** @default an org client with a token of the emulated org */
  readonly dependencies?: (emulator: Emulator) => ActivityDependencies;
}

/** Starts a rig for one test. When the test ends, every workflow that it started is replayed against the code. */
export async function aRig(options: RigOptions = {}): Promise<Rig> {
  const { withPackage = true, dependencies = openEmulatedOrg } = options;
  const emulator = options.emulator ?? (await anEmulatedOrg());
  if (withPackage) emulator.install({ directory: `${repository}force-app/main`, namespace: 'uman' });
  emulator.install({ directory: orgMetadata });

  bundle ??= bundleWorkflows();
  const workflowBundle = await bundle;
  const { address, namespace } = sharedStack().temporal;
  const connection = await NativeConnection.connect({ address });
  const taskQueue = `writes-${randomUUID()}`;
  const worker = await createUmanWorker({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    dependencies: dependencies(emulator),
  });
  const running = worker.run();

  const temporal = await temporalClient();
  const started = new Set<string>();
  const recording = recordStarts(temporal, taskQueue, started);
  onTestFinished(async () => {
    for (const workflowId of started) await replay(temporal.workflow.getHandle(workflowId), workflowBundle);
    worker.shutdown();
    await running;
    await connection.close();
  });
  return {
    emulator,
    temporal,
    uman: createPlatformClient({ client: recording }),
    connectionId: randomUUID(),
    taskQueue,
  };
}

/** The same client, on the rig's own task queue, with a memory of what it started. */
function recordStarts(client: Client, taskQueue: string, started: Set<string>): Client {
  const workflow = Object.create(client.workflow) as Client['workflow'];
  workflow.start = (async (type: string, options: Parameters<Client['workflow']['start']>[1]) => {
    const handle = await client.workflow.start(type, { ...options, taskQueue });
    started.add(handle.workflowId);
    return handle;
  }) as Client['workflow']['start'];
  return Object.create(client, { workflow: { value: workflow } }) as Client;
}
