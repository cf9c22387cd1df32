import type { OrgStage } from './org-stage.ts';
import type { Pipeline, Stage, StageOutcome } from './pipeline.ts';
import { stageOf } from './stage-move.ts';

/** What a deal's stage means in the deal's own pipeline. */
export interface DealStage {
  /** API value: what `Opportunity.StageName` holds. */
  readonly value: string;
  /** In the user's language; the value itself where nobody knows a label. */
  readonly label: string;
  /** Percent that the stage gives by default; the deal's own may be another. */
  readonly probability: number | null;
  readonly forecastCategory: string | null;
  readonly outcome: StageOutcome;
  /** 1 for the first stage; null for one that the pipeline does not have. */
  readonly position: number | null;
  /** How many stages the pipeline has. */
  readonly of: number;
  /**
   * - `current`: a stage of the deal's pipeline.
   * - `ofAnotherPipeline`: active in the org, but not in this pipeline: the API takes any stage.
   * - `retired`: the org has taken it out of use; deals stay in it.
   * - `unknown`: the org does not have it (any more).
   */
  readonly standing: 'current' | 'ofAnotherPipeline' | 'retired' | 'unknown';
  /** The open stage that follows in the pipeline; undefined for the last one, for a closed one, and where there is no position. */
  readonly next: Stage | undefined;
  /** Stages that close the deal, won first; none where it is closed. */
  readonly closings: readonly Stage[];
}

export function stageInPipeline(
  value: string,
  { pipeline, orgStages }: { pipeline: Pipeline; orgStages: readonly OrgStage[] },
): DealStage {
  const stage = stageOf(pipeline, value);
  const known = orgStages.find((one) => one.value === value);
  const outcome = stage?.outcome ?? known?.outcome ?? 'open';
  const isOpen = outcome === 'open';
  return {
    value,
    label: stage?.label ?? known?.label ?? value,
    probability: (stage ?? known)?.probability ?? null,
    forecastCategory: (stage ?? known)?.forecastCategory ?? null,
    outcome,
    position: stage?.position ?? null,
    of: pipeline.stages.length,
    standing: standingOf(stage, known),
    next:
      stage !== undefined && isOpen
        ? pipeline.stages.find((one) => one.outcome === 'open' && one.position > stage.position)
        : undefined,
    closings: isOpen
      ? [
          ...pipeline.stages.filter((one) => one.outcome === 'won'),
          ...pipeline.stages.filter((one) => one.outcome === 'lost'),
        ]
      : [],
  };
}

function standingOf(stage: Stage | undefined, known: OrgStage | undefined): DealStage['standing'] {
  if (stage !== undefined) return 'current';
  if (known === undefined) return 'unknown';
  return known.isActive ? 'ofAnotherPipeline' : 'retired';
}
