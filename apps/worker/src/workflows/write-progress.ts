import type { FailedActivity } from './activity-failure.ts';

/** How long a write that can only wait is tried before it fails with what held it up. */
const TRY_FOR_MILLISECONDS = 24 * 60 * 60 * 1000;
const LONGEST_WAIT_SECONDS = 60;

/** How far a write has come: all that the next run needs when this one's history has grown too long. Plain data. */
export interface WriteProgress {
  readonly startedAt: number;
  /** Attempts to send it, the current one included. */
  attempt: number;
  apiCalls: number;
  /** An answer of ours was lost, so what the ledger holds may be of our own making. */
  maybeOurs: boolean;
  /** Until when, in epoch milliseconds, a request that nobody waits for any more may still take effect. */
  mayRunUntil: number;
  /** The failure of an attempt about which the ledger has yet to be asked. */
  asking: FailedActivity | undefined;
  /** How often the ledger was asked about it in vain. */
  asked: number;
  /** How often each failure was met. */
  readonly met: Record<string, number>;
}

export function newProgress(): WriteProgress {
  return {
    startedAt: Date.now(),
    attempt: 1,
    apiCalls: 0,
    maybeOurs: false,
    mayRunUntil: 0,
    asking: undefined,
    asked: 0,
    met: {},
  };
}

/** Takes note of a failure of any activity. */
export function meet(progress: WriteProgress, failed: FailedActivity): void {
  const name = nameOf(failed);
  progress.apiCalls += failed.apiCalls;
  progress.met[name] = (progress.met[name] ?? 0) + 1;
}

/** May the same be tried again, or is this the end? */
export function mayTryAgain(progress: WriteProgress, failed: FailedActivity): boolean {
  if (!failed.retryable || Date.now() - progress.startedAt > TRY_FOR_MILLISECONDS) return false;
  return failed.tries === undefined || (progress.met[nameOf(failed)] ?? 0) < failed.tries;
}

function nameOf({ detail }: FailedActivity): string {
  return detail.errorCode === undefined ? detail.code : `${detail.code} ${detail.errorCode}`;
}

/** With jitter, so that writes that failed together do not come back together. */
export function waitMilliseconds({ retryAfterSeconds, patience }: FailedActivity, count: number): number {
  const seconds =
    patience === 'steady'
      ? retryAfterSeconds
      : Math.min(retryAfterSeconds * 2 ** Math.min(count - 1, 20), LONGEST_WAIT_SECONDS);
  return Math.ceil(seconds * 1000 * (0.5 + Math.random()));
}
