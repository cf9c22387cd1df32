import { fileURLToPath } from 'node:url';
import {
  DefaultLogger,
  Worker,
  bundleWorkflowCode,
  type NativeConnection,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { SALESFORCE_WRITES } from '@uman/contracts';
import { createActivities, type ActivityDependencies } from './activities/index.ts';

export interface UmanWorkerOptions {
  readonly connection: NativeConnection;
  /** @default 'default' */
  readonly namespace?: string;
  readonly dependencies: ActivityDependencies;
  /** From `bundleWorkflows`. @default bundled at start, which takes about a second */
  readonly workflowBundle?: WorkflowBundleWithSourceMap;
  /** @default the contract's, `salesforce-writes` */
  readonly taskQueue?: string;
  /** Writes this worker has under way at one time. @default 50 */
  readonly maxConcurrentWrites?: number;
}

/** The workflows as one piece of code for the sandbox. */
export async function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  // Sources and their built form resolve the packages of this repository in the same way as the process itself does.
  const fromSources = import.meta.url.endsWith('.ts');
  return await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(`./workflows/index.${fromSources ? 'ts' : 'js'}`, import.meta.url)),
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: [...(fromSources ? ['development'] : []), 'import', 'module', 'default'],
      },
    }),
  });
}

/** A Temporal worker for everything that this app runs. `run()` it; `shutdown()` lets what is under way come to its end. */
export async function createUmanWorker(options: UmanWorkerOptions): Promise<Worker> {
  return await Worker.create({
    connection: options.connection,
    namespace: options.namespace ?? 'default',
    taskQueue: options.taskQueue ?? SALESFORCE_WRITES,
    workflowBundle: options.workflowBundle ?? (await bundleWorkflows()),
    activities: createActivities(options.dependencies),
    maxConcurrentActivityTaskExecutions: options.maxConcurrentWrites ?? 50,
    // A worker that dies holds its workflows for this long; Temporal's own default is ten seconds.
    stickyQueueScheduleToStartTimeout: '500 milliseconds',
    // A request that is on its way is answered before the process ends.
    shutdownGraceTime: '2 minutes',
    shutdownForceTime: '3 minutes',
  });
}
