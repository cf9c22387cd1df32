import type { FailureDetail } from '../failure.ts';

/** Where a write that failed came to its end. */
export type FailedAt =
  /** Refused by this client: nothing was started. */
  | 'start'
  /** The workflow failed, was cancelled, terminated or timed out. */
  | 'workflow';

/**
 * A write that did not come about, with its reason in a form to act on. Everything else that a call may throw (no
 * Temporal server, a bug) is no `WriteFailure`.
 */
export class WriteFailure extends Error {
  override readonly name = 'WriteFailure';
  /** Stable: one of the contract's failure codes, or `WORKFLOW_CANCELLED`, `WORKFLOW_TERMINATED`, `WORKFLOW_TIMED_OUT`, `WORKFLOW_FAILED`. */
  readonly code: string;
  readonly failedAt: FailedAt;
  readonly workflowId: string | undefined;
  /** Object, field, path and remedy, where they are known. */
  readonly detail: FailureDetail;

  constructor(options: {
    message: string;
    failedAt: FailedAt;
    detail: FailureDetail;
    workflowId?: string | undefined;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.code = options.detail.code;
    this.failedAt = options.failedAt;
    this.workflowId = options.workflowId;
    this.detail = options.detail;
  }
}
