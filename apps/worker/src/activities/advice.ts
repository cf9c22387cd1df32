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
}
