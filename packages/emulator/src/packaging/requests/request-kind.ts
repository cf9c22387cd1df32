import type { StoredRecord } from '../../dml/stored-record.ts';
import type { ToolingContext } from '../../tooling/tooling-context.ts';
import type { StatusUnderWay } from './held-packaging.ts';
import type { WaitingRequest } from './waiting-requests.ts';

/** A request that is not over. */
export interface PackagingJob {
  /** Its org, and who asked. */
  readonly context: ToolingContext;
  /** Its row as it stands. */
  readonly row: StoredRecord;
  readonly waiting: WaitingRequest;
}

/** How requests of one object of the Tooling API are carried out. */
export interface RequestKind {
  readonly object: string;
  /** What follows the status of the row; undefined: nothing is left but to end. */
  nextStatus(row: StoredRecord): StatusUnderWay | undefined;
  /**
   * Does what is to be done before the request has its next status, or ends.
   *
   * @returns why it failed; empty when it did not
   */
  work(job: PackagingJob, next: StatusUnderWay | undefined): readonly string[];
  succeed(job: PackagingJob): void;
  fail(job: PackagingJob, problems: readonly string[]): void;
}
