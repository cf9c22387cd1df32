import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow';
import { failureDetailSchema, type FailureDetail } from '@uman/contracts';
import type { Advice, Heartbeat } from '../activities/advice.ts';

/** An activity's failure in the terms that the workflow decides by. */
export interface FailedActivity extends Advice {
  readonly message: string;
  readonly detail: FailureDetail;
  /** Salesforce API requests that the attempt is known to have spent. */
  readonly apiCalls: number;
}

/** What nobody classified may have happened before or after the request: the ledger has to say. */
const UNCLASSIFIED: Advice = {
  retryable: true,
  outcome: 'unknown',
  retryAfterSeconds: 0.1,
  patience: 'growing',
  tries: 5,
  mayRunForSeconds: 600,
};

/**
 * Reads what an activity failed with. What is no failure of an activity (cancellation, a bug of the workflow) is thrown on.
 */
export function failedActivity(error: unknown): FailedActivity {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  if (cause instanceof ApplicationFailure) return fromApplicationFailure(cause);
  if (cause instanceof TimeoutFailure) return fromTimeout(cause);
  throw error;
}

function fromApplicationFailure(failure: ApplicationFailure): FailedActivity {
  const [first, advice] = (failure.details ?? []) as [unknown, Advice | undefined];
  const parsed = failureDetailSchema.safeParse(first);
  if (!parsed.success || advice === undefined) {
    const message = 'The worker failed with an error that it does not know.';
    return { ...UNCLASSIFIED, message, detail: { code: 'WORKER_FAILED' }, apiCalls: 0 };
  }
  return { ...advice, message: failure.message, detail: parsed.data, apiCalls: parsed.data.apiCalls ?? 0 };
}

/** The worker died, or was cut off, in the middle. Its last heartbeat says how far it had come. */
function fromTimeout(failure: TimeoutFailure): FailedActivity {
  const { apiCalls = 0, mayRunForSeconds = 600 } = (failure.lastHeartbeatDetails ?? {}) as Partial<Heartbeat>;
  return {
    message: 'The worker was lost in the middle of the write.',
    detail: { code: 'WORKER_FAILED' },
    apiCalls,
    retryable: true,
    outcome: 'unknown',
    retryAfterSeconds: 0.1,
    patience: 'growing',
    mayRunForSeconds,
  };
}
