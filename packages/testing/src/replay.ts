import type { WorkflowHandle } from '@temporalio/client';
import { Worker, type ReplayWorkerOptions, type WorkflowBundleOption } from '@temporalio/worker';

/**
 * Replays what a workflow did against the code in the bundle.
 * @param options a data converter, say
 * @throws DeterminismViolationError where the code would have done something else
 */
export async function replay(
  handle: Pick<WorkflowHandle, 'workflowId' | 'fetchHistory'>,
  workflowBundle: WorkflowBundleOption,
  options: Omit<ReplayWorkerOptions, 'workflowBundle' | 'workflowsPath'> = {},
): Promise<void> {
  await Worker.runReplayHistory({ ...options, workflowBundle }, await handle.fetchHistory(), handle.workflowId);
}
