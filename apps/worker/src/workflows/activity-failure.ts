import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow';
import { failureDetailSchema, type FailureDetail } from '@uman/contracts';
import type { Advice } from '../activities/advice.ts';

/** An activity's failure in the terms that the workflow decides by. */
export interface FailedActivity extends Advice {
  readonly message: string;
  readonly detail: FailureDetail;
  /** Salesforce API requests that the attempt is known to have spent. */
  readonly apiCalls: number;
}

/**
 * Reads what an activity failed with; undefined for what is no failure of an activity (cancellation, a bug of the
 * workflow), which is for the caller to throw on.
 */
export function failedActivity(error: unknown): FailedActivity | undefined {
  if (!(error instanceof ActivityFailure)) return undefined;
  const { cause } = error;
  if (cause instanceof ApplicationFailure) return fromApplicationFailure(cause);
  if (cause instanceof TimeoutFailure) return fromTimeout(cause);
  return undefined;
}

function fromApplicationFailure(failure: ApplicationFailure): FailedActivity {
  const [first, advice] = (failure.details ?? []) as [unknown, Advice | undefined];
  const parsed = failureDetailSchema.safeParse(first);
  const detail = parsed.success ? parsed.data : { code: failure.type ?? 'UNEXPECTED' };
  return {
    message: failure.message,
    detail,
    apiCalls: detail.apiCalls ?? 0,
    // What nobody classified may have happened before or after the request: the ledger has to say.
    retryable: advice?.retryable ?? false,
    outcome: advice?.outcome ?? 'unknown',
    retryAfterSeconds: advice?.retryAfterSeconds ?? 1,
    patience: advice?.patience ?? 'growing',
  };
}

/** The worker died, or was cut off, in the middle. Its last heartbeat says how far it had come. */
function fromTimeout(failure: TimeoutFailure): FailedActivity {
  const heartbeat = failure.lastHeartbeatDetails as { apiCalls?: number } | undefined;
  return {
    message: 'The worker was lost in the middle of the write.',
    detail: { code: 'OUTCOME_UNKNOWN' },
    apiCalls: heartbeat?.apiCalls ?? 0,
    retryable: true,
    outcome: 'unknown',
    retryAfterSeconds: 0.1,
    patience: 'growing',
  };
}
