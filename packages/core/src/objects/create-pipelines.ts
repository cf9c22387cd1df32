import { comparePipelines } from '../pipelines/compare-pipelines.ts';
import { fingerprintPipelines } from '../pipelines/fingerprint-pipelines.ts';
import { usablePipelines } from '../pipelines/join-pipelines.ts';
import { parsePipelineList } from '../pipelines/pipeline-list-schema.ts';
import type { PipelineSource } from '../pipelines/pipeline-source.ts';
import { readComposite } from '../reads/read-composite.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { PipelineRead, Pipelines } from './pipelines.ts';

/**
 * Source: REST API guide, sObject Layouts (`recordTypeMappings` with the picklists of each record type), which a composite
 * takes where UI API is not on its list; Object Reference, OpportunityStage.
 */
export function createPipelines(transport: OrgTransport, source: PipelineSource): Pipelines {
  return {
    list,
    async changes(since, options) {
      const before = parsePipelineList(since);
      const { apiCalls, ...now } = await list(options);
      const changes = before.fingerprint === now.fingerprint ? [] : comparePipelines(before.pipelines, now.pipelines);
      return { changes, now, apiCalls };
    },
  };

  async function list(options?: RequestOptions): Promise<PipelineRead> {
    const { values, apiCalls } = await readComposite(transport, source.parts({ fresh: true }), options);
    const facts = await source.factsOf(values, options);
    const pipelines = usablePipelines(facts.mappings, facts.orgStages);
    return {
      pipelines,
      fingerprint: fingerprintPipelines(pipelines),
      apiCalls: apiCalls + facts.apiCalls,
    };
  }
}
