import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { SALESFORCE_WRITES } from '@uman/contracts';
import { createActivities, type ActivityDependencies } from './activities/index.ts';
import { loadWorkflowBundle } from './workflow-bundle.ts';

export interface UmanWorkerOptions {
  readonly connection: NativeConnection;
  /** @default 'default' */
  readonly namespace?: string;
  readonly dependencies: ActivityDependencies;
  /** @default what the build made, or made from the sources */
  readonly workflowBundle?: WorkflowBundleOption;
  /** @default the contract's, `salesforce-writes` */
  readonly taskQueue?: string;
  /** Writes this worker has under way at one time. @default 50 */
  readonly maxConcurrentWrites?: number;
}

/** A Temporal worker for everything that this app runs. `run()` it; `shutdown()` lets what is under way come to its end. */
export async function createUmanWorker(options: UmanWorkerOptions): Promise<Worker> {
  return await Worker.create({
    connection: options.connection,
    namespace: options.namespace ?? 'default',
    taskQueue: options.taskQueue ?? SALESFORCE_WRITES,
    workflowBundle: options.workflowBundle ?? (await loadWorkflowBundle()),
    activities: createActivities(options.dependencies),
    maxConcurrentActivityTaskExecutions: options.maxConcurrentWrites ?? 50,
    // A worker that dies holds its workflows for this long; Temporal's own default is ten seconds.
    stickyQueueScheduleToStartTimeout: '500 milliseconds',
    // A request that is on its way is answered before the process ends.
    shutdownGraceTime: '2 minutes',
    shutdownForceTime: '3 minutes',
  });
}
