/** What the workflow needs to know of a failure beside its detail: may it be tried again, and what happened to the write. */
export interface Advice {
  /** The same request may succeed later. */
  readonly retryable: boolean;
  /** `unknown`: ask the ledger first. `applied`: the ledger has it. */
  readonly outcome: 'notApplied' | 'applied' | 'unknown';
  /** How long to wait before the first try again. */
  readonly retryAfterSeconds: number;
  /** `growing`: each wait is twice the one before. `steady`: all waits are alike. */
  readonly patience: 'growing' | 'steady';
  /** How often a write may meet this failure before it is given up on. @default as often as a day allows */
  readonly tries?: number;
  /** No answer came: the org may still be carrying the request out, and for this long at most. */
  readonly mayRunForSeconds?: number;
}

/** What a heartbeat tells, for the case that it is the last one. */
export interface Heartbeat {
  /** Salesforce API requests spent by this attempt. */
  readonly apiCalls: number;
  /** As in `Advice`. */
  readonly mayRunForSeconds: number;
}

/** Source: REST API guide, API Request Limits: a request ends after ten minutes. */
export const LONGEST_REQUEST_SECONDS = 600;
