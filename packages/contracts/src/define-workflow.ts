import type { z } from 'zod';

/** What a second start may do once a run with the same workflow id has closed. */
export type Rerun =
  /** Only a run that failed, timed out, was cancelled or terminated may be started again. A finished one is final. */
  'only-if-failed';

/** A workflow as both sides know it: names on the wire, shapes, and the answers to what Temporal leaves open. */
export interface WorkflowContract<
  Type extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  /** The Workflow Type on the wire. Never renamed: running workflows and other languages refer to it. */
  readonly type: Type;
  /** The Task Queue its workers poll. */
  readonly taskQueue: string;
  /** What a caller sends. Checked before the start and again by the worker. */
  readonly input: Input;
  /** What a finished run returns. */
  readonly output: Output;
  /** The Workflow Id: the same for the same write, so that a second start meets the first. */
  readonly workflowId: (input: { connectionId: string; key: string }) => string;
  readonly rerun: Rerun;
  /** The failure codes that a caller may meet, as the `type` of the Application Failure. */
  readonly failures: readonly string[];
  /** What the caller calls the record in its own words; names paths in messages (`deal.fields.CloseDate`). */
  readonly recordName: string;
}

/** Authors a contract. It is data only: no SDK, no I/O. */
export function defineWorkflow<Type extends string, Input extends z.ZodType, Output extends z.ZodType>(
  contract: WorkflowContract<Type, Input, Output>,
): WorkflowContract<Type, Input, Output> {
  return contract;
}
