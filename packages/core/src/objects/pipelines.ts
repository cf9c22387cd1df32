import type { PipelineChange } from '../pipelines/compare-pipelines.ts';
import type { PipelineList } from '../pipelines/pipeline.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** The pipelines as they are, and what it cost to ask. */
export interface PipelineRead extends PipelineList {
  readonly apiCalls: number;
}

/** What is different from an earlier list. */
export interface PipelineChanges {
  /** Empty where both have the same fingerprint. */
  readonly changes: readonly PipelineChange[];
  /** As they are now: keep it for the next time. */
  readonly now: PipelineList;
  readonly apiCalls: number;
}

/** Opportunity's record types as pipelines, as this user sees them. */
export interface Pipelines {
  /**
   * The pipelines that this user may use, each with its stages. One API call, whatever their number; an org without record
   * types has one pipeline, the master one. A second call is only spent where the org leaves the stages of a record type
   * out of its layouts: then on each such record type.
   *
   * @throws AccessDeniedError or RequestInvalidError where the user may not read opportunities
   */
  list(options?: RequestOptions): Promise<PipelineRead>;
  /**
   * What has changed since an earlier list: pipelines and stages that came, went, got another name, order or meaning. It
   * costs what `list` does.
   *
   * @param since what `list` answered then, or the same after a way through JSON; a list of another user compares what two
   *   users see
   * @throws RequestInvalidError for a value that is no such list; nothing is sent
   */
  changes(since: PipelineList, options?: RequestOptions): Promise<PipelineChanges>;
}
