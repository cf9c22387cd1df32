import {
  ApplicationFailure,
  CancelledFailure,
  TerminatedFailure,
  TimeoutFailure,
  type WorkflowFailedError,
} from '@temporalio/client';
import { failureDetailSchema } from '../failure.ts';
import { WriteFailure } from './write-failure.ts';

/** The one place where a failed workflow becomes what a caller sees. */
export function toWriteFailure(error: WorkflowFailedError, workflowType: string, workflowId: string): WriteFailure {
  const failure = error.cause;
  const base = { failedAt: 'workflow', workflowId, cause: error } as const;
  if (failure instanceof ApplicationFailure && failure.type) {
    const detail = failureDetailSchema.safeParse(failure.details?.[0]);
    return new WriteFailure({
      ...base,
      message: failure.message,
      detail: detail.success ? { ...detail.data, code: failure.type } : { code: failure.type },
    });
  }
  if (failure instanceof CancelledFailure) {
    return new WriteFailure({
      ...base,
      message: `${workflowType} was cancelled before it ended. Start it again with the same key to finish it; what may have been written is found by that key.`,
      detail: { code: 'WORKFLOW_CANCELLED' },
    });
  }
  if (failure instanceof TerminatedFailure) {
    return new WriteFailure({
      ...base,
      message: `${workflowType} was terminated by an operator. Start it again with the same key to finish it; what may have been written is found by that key.`,
      detail: { code: 'WORKFLOW_TERMINATED' },
    });
  }
  if (failure instanceof TimeoutFailure) {
    return new WriteFailure({
      ...base,
      message: `${workflowType} did not end in its time. Start it again with the same key; what may have been written is found by that key.`,
      detail: { code: 'WORKFLOW_TIMED_OUT' },
    });
  }
  return new WriteFailure({
    ...base,
    message: `${workflowType} failed: ${failure?.message ?? error.message}`,
    detail: { code: 'WORKFLOW_FAILED' },
  });
}
