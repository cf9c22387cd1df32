import { createContactRoles } from '../contact-roles/contact-roles.ts';
import { logProgression, type ProgressionSources } from '../deals/log-progression.ts';
import { moveStage } from '../deals/move-stage.ts';
import { planProgression } from '../deals/plan-progression.ts';
import { planStageMove } from '../deals/plan-stage-move.ts';
import { readDealDetails } from '../deals/read-deal-details.ts';
import { parseApiFaults } from '../errors/api-fault.ts';
import type { UpdateFields } from '../fields/record-fields.ts';
import { checkFieldName } from '../plan/check-names.ts';
import { dataPath } from '../plan/plan-context.ts';
import { planRecordType } from '../plan/record-type.ts';
import { plainText } from '../plan/references.ts';
import { savedSchema } from '../transport/answer-schemas.ts';
import { parsePart } from '../transport/parse-part.ts';
import { refusedPart } from '../transport/refused-part.ts';
import { sendComposite, type Subrequest } from '../transport/send-composite.ts';
import { createObjectClient } from './create-object-client.ts';
import type { CreateDealOptions, DealFields, Deals } from './deals.ts';
import { checkPipeline } from '../pipelines/check-pipeline.ts';

const OBJECT = 'Opportunity';

export function createDeals(sources: ProgressionSources): Deals {
  const { transport, pipelines } = sources;
  const deals = createObjectClient<DealFields, UpdateFields<'Opportunity'>>(transport, OBJECT);
  return {
    ...deals,
    planStageMove: (id, move) => planStageMove(id, move, transport),
    moveStage: async (id, { signal, ...move }) => moveStage(planStageMove(id, move, transport), { signal }, sources),
    planProgression: (id, progression) => planProgression(id, progression, sources),
    logProgression: async (id, { signal, ...progression }) =>
      logProgression(planProgression(id, progression, sources), { signal }, sources),
    contactRoles: createContactRoles(transport),
    details: async (id, options = {}) => readDealDetails(id, options, { transport, pipelines }),
    async create(fields: DealFields, { pipeline, signal }: CreateDealOptions = {}) {
      if (pipeline === undefined) return deals.create(fields, { signal });
      const recordType = planRecordType(pipeline, { object: OBJECT, path: 'pipeline', context: transport });
      const withType = { ...fields, RecordTypeId: recordType.value };
      if (recordType.step === undefined) return deals.create(withType, { signal });
      return createInPipeline(withType, { pipeline, query: recordType.step, signal });
    },
  };

  /** The query for the record type and the deal that refers to its answer, as one API call. */
  async function createInPipeline(
    fields: DealFields,
    options: Required<Pick<CreateDealOptions, 'pipeline'>> & {
      query: Subrequest;
      signal: AbortSignal | undefined;
    },
  ): Promise<{ id: string }> {
    const { pipeline, query, signal } = options;
    for (const [field, value] of Object.entries(fields)) {
      checkFieldName(field, field);
      if (typeof value === 'string' && field !== 'RecordTypeId') plainText(value, field);
    }
    const attempt = { verb: 'create', object: OBJECT } as const;
    const create = { referenceId: 'deal', method: 'POST', url: `${dataPath(transport)}/sobjects/${OBJECT}` } as const;
    const answers = await sendComposite(transport, [query, { ...create, body: { ...fields } }], {
      allOrNone: true,
      attempt,
      signal,
    });
    const deal = answers.find(({ referenceId }) => referenceId === create.referenceId);
    const failed = answers.filter(({ status }) => status >= 300);
    if (failed.length === 0) return parsePart(savedSchema, deal ?? { ...create, status: 0, body: undefined }, attempt);

    const culprit = failed.find(({ body }) =>
      parseApiFaults(body).some(({ errorCode }) => errorCode !== 'PROCESSING_HALTED'),
    );
    const missing =
      culprit === undefined
        ? await checkPipeline(transport, { object: OBJECT, pipeline, path: 'pipeline', signal })
        : undefined;
    throw missing ?? refusedPart(transport, culprit ?? failed[0]!, { attempt, rolledBack: true });
  }
}
