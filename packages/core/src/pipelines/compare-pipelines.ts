import { movedStages } from './moved-stages.ts';
import type { Pipeline, Stage, StageOutcome } from './pipeline.ts';

/** Which pipeline, as it is now, or as it was where it is gone. */
export type PipelineName = Pick<Pipeline, 'id' | 'developerName' | 'label'>;

/** One difference between two lists of pipelines. `stage` is the API value; pipelines are told apart by id, stages by value. */
export type PipelineChange =
  | { readonly kind: 'pipelineAdded'; readonly pipeline: PipelineName }
  /** Inactive, deleted, or no longer available to this user. */
  | { readonly kind: 'pipelineRetired'; readonly pipeline: PipelineName }
  | { readonly kind: 'pipelineRenamed'; readonly pipeline: PipelineName; readonly from: string; readonly to: string }
  /** Developer names; undefined where no pipeline is the default. */
  | {
      readonly kind: 'defaultPipelineChanged';
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  | { readonly kind: 'stageAdded'; readonly pipeline: PipelineName; readonly stage: string; readonly position: number }
  /** No longer in this pipeline: deals that are in it stay there. */
  | { readonly kind: 'stageRetired'; readonly pipeline: PipelineName; readonly stage: string }
  | StageChange<'stageRenamed', string>
  | StageChange<'probabilityChanged', number | null>
  | StageChange<'forecastCategoryChanged', string | null>
  | StageChange<'outcomeChanged', StageOutcome>
  /** Stages that both have, in a new order; `moved` are the fewest whose moving explains it. */
  | {
      readonly kind: 'stagesReordered';
      readonly pipeline: PipelineName;
      readonly from: readonly string[];
      readonly to: readonly string[];
      readonly moved: readonly string[];
    }
  /** API values; undefined where no stage is the default. */
  | {
      readonly kind: 'defaultStageChanged';
      readonly pipeline: PipelineName;
      readonly from: string | undefined;
      readonly to: string | undefined;
    };

interface StageChange<Kind extends string, Value> {
  readonly kind: Kind;
  readonly pipeline: PipelineName;
  readonly stage: string;
  readonly from: Value;
  readonly to: Value;
}

/** What is different now: pipelines first, then each one's stages in their order. */
export function comparePipelines(before: readonly Pipeline[], now: readonly Pipeline[]): readonly PipelineChange[] {
  const earlier = new Map(before.map((pipeline) => [pipeline.id, pipeline]));
  const ids = new Set(now.map(({ id }) => id));
  const from = defaultOf(before);
  const to = defaultOf(now);
  return [
    ...now
      .filter(({ id }) => !earlier.has(id))
      .map((pipeline): PipelineChange => ({ kind: 'pipelineAdded', pipeline: nameOf(pipeline) })),
    ...before
      .filter(({ id }) => !ids.has(id))
      .map((pipeline): PipelineChange => ({ kind: 'pipelineRetired', pipeline: nameOf(pipeline) })),
    ...(from?.id === to?.id
      ? []
      : [{ kind: 'defaultPipelineChanged', from: from?.developerName, to: to?.developerName } as const]),
    ...now.flatMap((pipeline) => {
      const previous = earlier.get(pipeline.id);
      return previous === undefined ? [] : comparePipeline(previous, pipeline);
    }),
  ];
}

function comparePipeline(before: Pipeline, now: Pipeline): readonly PipelineChange[] {
  const pipeline = nameOf(now);
  const earlier = new Map(before.stages.map((stage) => [stage.value, stage]));
  const later = new Set(now.stages.map(({ value }) => value));
  const order = before.stages.map(({ value }) => value).filter((value) => later.has(value));
  const newOrder = now.stages.map(({ value }) => value).filter((value) => earlier.has(value));
  const moved = movedStages(order, newOrder);
  const defaultBefore = before.stages.find(({ isDefault }) => isDefault)?.value;
  const defaultNow = now.stages.find(({ isDefault }) => isDefault)?.value;
  const isRenamed = before.label !== now.label || before.developerName !== now.developerName;
  return [
    ...(isRenamed ? [{ kind: 'pipelineRenamed', pipeline, ...renaming(before, now) } as const] : []),
    ...now.stages.flatMap((stage): readonly PipelineChange[] => {
      const previous = earlier.get(stage.value);
      return previous === undefined
        ? [{ kind: 'stageAdded', pipeline, stage: stage.value, position: stage.position }]
        : compareStage(previous, stage, pipeline);
    }),
    ...before.stages
      .filter(({ value }) => !later.has(value))
      .map(({ value }): PipelineChange => ({ kind: 'stageRetired', pipeline, stage: value })),
    ...(moved.length === 0 ? [] : [{ kind: 'stagesReordered', pipeline, from: order, to: newOrder, moved } as const]),
    ...(defaultBefore === defaultNow
      ? []
      : [{ kind: 'defaultStageChanged', pipeline, from: defaultBefore, to: defaultNow } as const]),
  ];
}

function compareStage(before: Stage, now: Stage, pipeline: PipelineName): readonly PipelineChange[] {
  const about = { pipeline, stage: now.value };
  const changes: PipelineChange[] = [];
  if (before.label !== now.label) changes.push({ kind: 'stageRenamed', ...about, from: before.label, to: now.label });
  if (before.probability !== now.probability)
    changes.push({ kind: 'probabilityChanged', ...about, from: before.probability, to: now.probability });
  if (before.forecastCategory !== now.forecastCategory) {
    changes.push({
      kind: 'forecastCategoryChanged',
      ...about,
      from: before.forecastCategory,
      to: now.forecastCategory,
    });
  }
  if (before.outcome !== now.outcome)
    changes.push({ kind: 'outcomeChanged', ...about, from: before.outcome, to: now.outcome });
  return changes;
}

/** The label where that is new, else the developer name. */
function renaming(before: Pipeline, now: Pipeline): { from: string; to: string } {
  return before.label === now.label
    ? { from: before.developerName, to: now.developerName }
    : { from: before.label, to: now.label };
}

function nameOf({ id, developerName, label }: Pipeline): PipelineName {
  return { id, developerName, label };
}

function defaultOf(pipelines: readonly Pipeline[]): Pipeline | undefined {
  return pipelines.find(({ isDefault }) => isDefault);
}
