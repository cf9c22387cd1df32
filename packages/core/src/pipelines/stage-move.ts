import type { Pipeline, Stage } from './pipeline.ts';

/** Why a deal may not be moved to a stage of that name. */
export type StageProblem =
  /** Another pipeline of the user's has it; the deal's own has not. */
  | 'stageOfAnotherPipeline'
  /** The org still has it, inactive. */
  | 'stageRetired'
  /** No pipeline of the user's has it. */
  | 'stageUnknown';

/** A move that a deal's pipeline has. What it means is said; whether it is wanted is for the caller to decide. */
export interface LegalStageMove {
  readonly legal: true;
  /** Undefined for a new deal, and for a stage that the pipeline does not have (any more). */
  readonly from: Stage | undefined;
  readonly to: Stage;
  /** `start`: there is no earlier stage of this pipeline to compare with. */
  readonly direction: 'start' | 'none' | 'forwards' | 'backwards';
  /** What it does to the deal: `reopens` from closed to open; `changesOutcome` from won to lost or the other way. */
  readonly effect: 'none' | 'wins' | 'loses' | 'reopens' | 'changesOutcome';
  /** Open stages between the two, in the order of the pipeline; none for a move backwards. */
  readonly skips: readonly Stage[];
}

/** A move that the API would take, since StageName is no restricted picklist, and that leaves the deal outside its pipeline. */
export interface IllegalStageMove {
  readonly legal: false;
  readonly problem: StageProblem;
  readonly to: string;
  /** The stage that was probably meant: the same but for capitals, or given by its label. */
  readonly meant: Stage | undefined;
  /** Developer names of the user's other pipelines that have it. */
  readonly inPipelines: readonly string[];
  /** What the pipeline has instead, in its order. */
  readonly available: readonly Stage[];
}

export type StageMove = LegalStageMove | IllegalStageMove;

/** Judges a move of a deal in its pipeline. Values are compared exactly, as reports and automation do. */
export function judgeStageMove(options: {
  readonly pipeline: Pipeline;
  /** The stage that the deal is in; undefined for a new one. */
  readonly from?: string | undefined;
  readonly to: string;
  /** The user's other pipelines, to say where the stage belongs. @default none */
  readonly pipelines?: readonly Pipeline[] | undefined;
  /** Values of stages that the org has retired. @default none */
  readonly retired?: readonly string[] | undefined;
}): StageMove {
  const { pipeline, pipelines = [], retired = [] } = options;
  const to = stageOf(pipeline, options.to);
  if (to === undefined) {
    const inPipelines = pipelines
      .filter((one) => one.id !== pipeline.id && stageOf(one, options.to) !== undefined)
      .map(({ developerName }) => developerName);
    return {
      legal: false,
      problem: problemOf({ isElsewhere: inPipelines.length > 0, isRetired: retired.includes(options.to) }),
      to: options.to,
      meant: probablyMeant(pipeline, options.to),
      inPipelines,
      available: pipeline.stages,
    };
  }
  const from = options.from === undefined ? undefined : stageOf(pipeline, options.from);
  return {
    legal: true,
    from,
    to,
    direction: directionOf(from, to),
    effect: effectOf(from, to),
    skips: pipeline.stages.filter(
      ({ outcome, position }) =>
        outcome === 'open' && position > (from?.position ?? Infinity) && position < to.position,
    ),
  };
}

/** A stage of a pipeline by its API value. */
export function stageOf(pipeline: Pipeline, value: string): Stage | undefined {
  return pipeline.stages.find((stage) => stage.value === value);
}

function problemOf({ isElsewhere, isRetired }: { isElsewhere: boolean; isRetired: boolean }): StageProblem {
  if (isElsewhere) return 'stageOfAnotherPipeline';
  return isRetired ? 'stageRetired' : 'stageUnknown';
}

function probablyMeant({ stages }: Pipeline, given: string): Stage | undefined {
  const text = given.trim().toLowerCase();
  return (
    stages.find(({ value }) => value.toLowerCase() === text) ?? stages.find(({ label }) => label.toLowerCase() === text)
  );
}

function directionOf(from: Stage | undefined, to: Stage): LegalStageMove['direction'] {
  if (from === undefined) return 'start';
  if (from.position === to.position) return 'none';
  return from.position < to.position ? 'forwards' : 'backwards';
}

function effectOf(from: Stage | undefined, to: Stage): LegalStageMove['effect'] {
  const before = from?.outcome ?? 'open';
  if (before === to.outcome) return 'none';
  if (to.outcome === 'open') return 'reopens';
  if (before !== 'open') return 'changesOutcome';
  return to.outcome === 'won' ? 'wins' : 'loses';
}
