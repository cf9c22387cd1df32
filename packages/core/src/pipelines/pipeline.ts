/** What a deal in a stage is: still being worked on, or closed one way or the other. */
export type StageOutcome = 'open' | 'won' | 'lost';

/** One stage as it stands in one pipeline. Source: Object Reference, OpportunityStage. */
export interface Stage {
  /** API value: what `Opportunity.StageName` holds. */
  readonly value: string;
  /** In the user's language. */
  readonly label: string;
  /** Percent, 0–100, that a deal gets when it is moved here; null where the org does not say. */
  readonly probability: number | null;
  /** `BestCase`, `Closed`, `Forecast` (shown as Commit), `MostLikely`, `Omitted` or `Pipeline`. */
  readonly forecastCategory: string | null;
  readonly outcome: StageOutcome;
  /** 1 for the first stage of its pipeline. */
  readonly position: number;
  /** A new deal of this pipeline begins here unless told otherwise. */
  readonly isDefault: boolean;
}

/** A record type of Opportunity as one user sees it, with the stages of its sales process in their order. */
export interface Pipeline {
  /** Id of the record type, 18 characters; that of the master record type in an org without any. */
  readonly id: string;
  /** What a write names it by. `Master` for the master record type. */
  readonly developerName: string;
  /** In the user's language. */
  readonly label: string;
  /** No record type: every active stage of the org. */
  readonly isMaster: boolean;
  /** New deals of this user go here unless told otherwise. */
  readonly isDefault: boolean;
  /** In the order in which Salesforce shows them. */
  readonly stages: readonly Stage[];
}

/** The pipelines that one user may use. It is plain JSON: keep it, to ask later what has changed since. */
export interface PipelineList {
  /** The default first, then by label. */
  readonly pipelines: readonly Pipeline[];
  /** The same for the same pipelines and stages in the same order; 64 hexadecimal digits. */
  readonly fingerprint: string;
}
