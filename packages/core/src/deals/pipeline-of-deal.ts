import { joinPipeline, usablePipelines } from '../pipelines/join-pipelines.ts';
import type { PipelineFacts } from '../pipelines/pipeline-source.ts';
import type { Pipeline } from '../pipelines/pipeline.ts';

/** That of its record type, also where the user may not put deals there; `isUsable` says whether. */
export type PipelineOfDeal = Pipeline & { readonly isUsable: boolean };

/** A deal without a record type has every stage of the org. */
export function pipelineOfDeal(recordTypeId: string | null | undefined, facts: PipelineFacts): PipelineOfDeal {
  const mapping = facts.mappings.find(({ id, isMaster }) =>
    recordTypeId === undefined || recordTypeId === null ? isMaster : id === recordTypeId,
  );
  if (mapping !== undefined) {
    const usable = usablePipelines(facts.mappings, facts.orgStages);
    return { ...joinPipeline(mapping, facts.orgStages), isUsable: usable.some(({ id }) => id === mapping.id) };
  }
  // A record type that the layouts do not name: its stages are not known.
  const unknown = { id: recordTypeId ?? '', developerName: '', label: '', isMaster: false, isDefault: false };
  return { ...unknown, stages: [], isUsable: false };
}
