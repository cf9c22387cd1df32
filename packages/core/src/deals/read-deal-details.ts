import { checkRecordId } from '../plan/check-names.ts';
import type { PipelineSource } from '../pipelines/pipeline-source.ts';
import { stageInPipeline } from '../pipelines/stage-in-pipeline.ts';
import { readComposite } from '../reads/read-composite.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { DealDetails } from './deal-details.ts';
import { dealParts } from './deal-parts.ts';
import { pipelineOfDeal } from './pipeline-of-deal.ts';
import { timeInStages } from './time-in-stages.ts';

/** Standard fields of every org whose absence from a record means that the user may not see them. */
const EXPECTED_FIELDS = [
  'Amount',
  'Probability',
  'ExpectedRevenue',
  'ForecastCategoryName',
  'AccountId',
  'Type',
  'LeadSource',
  'NextStep',
  'Description',
] as const;

/** A deal and its pipeline as one API call. */
export async function readDealDetails(
  id: string,
  options: RequestOptions,
  { transport, pipelines }: { transport: OrgTransport; pipelines: PipelineSource },
): Promise<DealDetails> {
  const dealId = checkRecordId(id, 'id');
  const read = await readComposite(transport, { ...dealParts(dealId), ...pipelines.parts() }, options);
  const { record, account, owner, roles, products, history, notes, layouts, stages } = read.values;
  const facts = await pipelines.factsOf({ layouts, stages }, options);
  const pipeline = pipelineOfDeal(record.RecordTypeId, facts);
  const parts = { roles, products, history, notes };
  return {
    record,
    stage: stageInPipeline(record.StageName, { pipeline, orgStages: facts.orgStages }),
    pipeline,
    amount: record.Amount,
    closeDate: record.CloseDate,
    account: account ?? null,
    owner: owner ?? null,
    roles: roles?.records,
    products: products?.records,
    stageHistory: history === undefined ? undefined : timeInStages(history.records, { now: new Date() }),
    notes: notes?.records.toSorted((one, other) => (one.lastModifiedAt < other.lastModifiedAt ? 1 : -1)),
    truncated: [
      ...(roles?.complete === false ? (['roles'] as const) : []),
      ...(products?.done === false ? (['products'] as const) : []),
      ...(history?.complete === false ? (['stageHistory'] as const) : []),
      ...(notes?.complete === false ? (['notes'] as const) : []),
    ],
    hiddenFields: EXPECTED_FIELDS.filter((field) => !(field in record)),
    // Parents are left out: a lookup that is empty is refused in the same words as one that may not be seen.
    notVisible: Object.keys(parts).flatMap((name) => read.notVisible[name as keyof typeof parts]?.object ?? []),
    apiCalls: read.apiCalls + facts.apiCalls,
  };
}
