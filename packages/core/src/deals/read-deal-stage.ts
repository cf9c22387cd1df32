import { z } from 'zod';
import type { ReadAt } from '../guarded/write-unmodified.ts';
import { usablePipelines } from '../pipelines/join-pipelines.ts';
import type { PipelineSource } from '../pipelines/pipeline-source.ts';
import type { Pipeline } from '../pipelines/pipeline.ts';
import { type DealStage, stageInPipeline } from '../pipelines/stage-in-pipeline.ts';
import { readComposite } from '../reads/read-composite.ts';
import { getPart, type ReadPart } from '../reads/read-part.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { pipelineOfDeal, type PipelineOfDeal } from './pipeline-of-deal.ts';
import { DEAL } from './plan-stage-move.ts';

const dealSchema = z.looseObject({
  Id: recordIdSchema,
  StageName: z.string(),
  LastModifiedDate: dateTimeSchema,
  RecordTypeId: recordIdSchema.nullish(),
});

/** A deal as it stands before it is moved. */
export interface DealNow<Beside> extends ReadAt {
  /** Every field that the user may see. */
  readonly record: Readonly<z.infer<typeof dealSchema>>;
  readonly stage: DealStage;
  readonly pipeline: PipelineOfDeal;
  /** All that this user may use. */
  readonly pipelines: readonly Pipeline[];
  /** API values of stages that the org has retired. */
  readonly retired: readonly string[];
  readonly beside: Beside;
  readonly apiCalls: number;
}

/** What moving deals needs of an org. */
export interface DealSources {
  readonly transport: OrgTransport;
  readonly pipelines: PipelineSource;
}

/** A deal, its pipeline and what else is asked with it, as one API call. The whole record: naming a hidden field would fail it. */
export async function readDealStage<Beside>(
  id: string,
  {
    transport,
    pipelines: source,
    beside,
    ...options
  }: DealSources & RequestOptions & { beside: ReadPart<Beside> | undefined },
): Promise<DealNow<Beside | undefined>> {
  const deal = getPart({
    path: `/sobjects/${DEAL}/${id}`,
    answer: dealSchema,
    attempt: { verb: 'retrieve', object: DEAL, recordId: id, idPath: 'id' },
  });
  const parts = { deal, ...source.parts() };
  const withBeside = beside === undefined ? parts : { ...parts, beside };
  const read = await readComposite<typeof parts & { beside?: ReadPart<Beside> }>(transport, withBeside, options);
  const { deal: record, layouts, stages, beside: besideValue } = read.values;
  const facts = await source.factsOf({ layouts, stages }, options);
  const pipeline = pipelineOfDeal(record.RecordTypeId, facts);
  return {
    record,
    modifiedAt: record.LastModifiedDate,
    notBefore: read.notBefore,
    stage: stageInPipeline(record.StageName, { pipeline, orgStages: facts.orgStages }),
    pipeline,
    pipelines: usablePipelines(facts.mappings, facts.orgStages),
    retired: facts.orgStages.filter(({ isActive }) => !isActive).map(({ value }) => value),
    beside: besideValue,
    apiCalls: read.apiCalls + facts.apiCalls,
  };
}
