import { conditionalPart, type Conditional, queryPart, type Validators } from '../reads/read-part.ts';
import type { QueryPage } from '../reads/query-page.ts';
import { buildQuery } from '../soql/build-query.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { ORG_STAGE_FIELDS, type OrgStage, orgStageSchema } from './org-stage.ts';
import { readRecordTypeStages } from './read-record-type-stages.ts';
import { type RecordTypeMapping, recordTypeMappingsSchema } from './record-type-mapping.ts';

/** What the org says of its pipelines: record types with their stages, and what each stage means. */
export interface PipelineFacts {
  readonly mappings: readonly RecordTypeMapping[];
  /** Retired ones too. */
  readonly orgStages: readonly OrgStage[];
}

/** What the parts of a read were answered. */
export interface PipelineAnswers {
  readonly layouts: Conditional<readonly RecordTypeMapping[]>;
  readonly stages: QueryPage<OrgStage>;
}

/** How a read asks for pipelines: parts to put into it, and what their answers say. */
export interface PipelineSource {
  /**
   * Layouts are large and seldom change: unless `fresh`, they are asked for with the date of those that were answered last.
   * Stages are always read anew.
   */
  parts(options?: { readonly fresh?: boolean }): {
    readonly layouts: ReturnType<typeof layoutsPart>;
    readonly stages: ReturnType<typeof stagesPart>;
  };
  /** `apiCalls` counts what had to be asked beyond the parts. */
  factsOf(answers: PipelineAnswers, options?: RequestOptions): Promise<PipelineFacts & { readonly apiCalls: number }>;
}

export function createPipelineSource(transport: OrgTransport): PipelineSource {
  let kept: { readonly mappings: readonly RecordTypeMapping[]; readonly validators: Validators } | undefined;
  return {
    parts: ({ fresh = false } = {}) => ({
      layouts: layoutsPart(fresh ? undefined : kept?.validators),
      stages: stagesPart(),
    }),
    async factsOf({ layouts, stages }, options) {
      const orgStages = stages.records;
      if (!layouts.modified) return { mappings: kept?.mappings ?? [], orgStages, apiCalls: 0 };
      const { mappings, apiCalls } = await completed(layouts.value, options);
      kept = { mappings, validators: layouts.validators };
      return { mappings, orgStages, apiCalls };
    },
  };

  /** With the stages of each record type that can be used, where the layouts have left them out. */
  async function completed(
    given: readonly RecordTypeMapping[],
    options: RequestOptions | undefined,
  ): Promise<{ mappings: readonly RecordTypeMapping[]; apiCalls: number }> {
    let apiCalls = 0;
    const mappings: RecordTypeMapping[] = [];
    for (const mapping of given) {
      if (mapping.stages !== undefined || mapping.isMaster || !mapping.isAvailable) {
        mappings.push(mapping);
      } else {
        const read = await readRecordTypeStages(transport, mapping.id, options);
        mappings.push({ ...mapping, stages: read.stages });
        apiCalls += read.apiCalls;
      }
    }
    return { mappings, apiCalls };
  }
}

function layoutsPart(validators: Validators | undefined) {
  return conditionalPart({
    path: '/sobjects/Opportunity/describe/layouts',
    answer: recordTypeMappingsSchema,
    attempt: { verb: 'describe', object: 'Opportunity' },
    validators,
  });
}

function stagesPart() {
  return queryPart({
    soql: buildQuery({ select: [...ORG_STAGE_FIELDS], from: 'OpportunityStage' }),
    row: orgStageSchema,
    object: 'OpportunityStage',
  });
}
