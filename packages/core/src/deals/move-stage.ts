import type { RecordInvalidError } from '../errors/api-errors.ts';
import { type GuardedDecision, ifUnmodifiedSince, isModified, writeUnmodified } from '../guarded/write-unmodified.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { emptySchema } from '../transport/answer-schemas.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { decideStageMove, elsewhere } from './decide-stage-move.ts';
import { lostReasonRules } from './lost-reason-rules.ts';
import { DEAL, type StageMovePlan } from './plan-stage-move.ts';
import { type DealSources, readDealStage } from './read-deal-stage.ts';
import type { StageMoved } from './stage-move-options.ts';

/**
 * Reads the deal and its pipeline, judges the move, and writes it unless the deal has been changed since: then it reads
 * again, and goes on where the stage is still the same.
 */
export async function moveStage(
  plan: StageMovePlan,
  { signal }: RequestOptions,
  sources: DealSources & { readonly metadata: Metadata },
): Promise<StageMoved> {
  const { id, move } = plan;
  const { transport, metadata } = sources;
  const meter = createCallMeter();
  const body = plan.steps[0]?.body ?? {};
  let asked = 0;
  let first: string | undefined;
  return writeUnmodified<StageMoved>({
    object: DEAL,
    id,
    transport,
    signal,
    async read(decidedAgain) {
      const deal = await readDealStage(id, { ...sources, beside: undefined, signal });
      asked += deal.apiCalls;
      const { StageName } = deal.record;
      unmoved(first, { now: StageName, to: move.to });
      first = StageName;
      const decided = await decideStageMove(move, deal, async (field, recordTypeId) =>
        lostReasonRules(metadata, { field, recordTypeId, signal, meter }),
      );
      const { direction, effect, skips, to } = decided.move;
      const { id: pipelineId, developerName, label } = deal.pipeline;
      const result = (moved: boolean): StageMoved => ({
        id,
        moved,
        from: deal.stage,
        to,
        direction,
        effect,
        skips,
        pipeline: { id: pipelineId, developerName, label },
        decidedAgain,
        apiCalls: asked + meter.calls,
      });
      const hasMore = Object.keys(body).length > 1 || Object.keys(decided.reason).length > 0;
      const decision: GuardedDecision<StageMoved> =
        StageName === move.to && !hasMore ? { done: result(false) } : { write };
      return { ...deal, decision };

      async function write(): Promise<StageMoved | undefined> {
        try {
          await transport.sendConditional({
            method: 'PATCH',
            path: `/sobjects/${DEAL}/${id}`,
            headers: ifUnmodifiedSince(deal.modifiedAt),
            body: { ...body, ...decided.reason },
            answer: emptySchema,
            attempt: { verb: 'update', object: DEAL, recordId: id, path: 'deal', pathOfField },
            meter,
            signal,
          });
          return result(true);
        } catch (error) {
          if (isModified(error)) return undefined;
          throw error;
        }
      }
    },
  });

  function pathOfField(field: string): string {
    if (field === 'StageName') return 'to';
    return field.toLowerCase() === move.lostReason?.field.toLowerCase() ? 'lostReason.value' : `fields.${field}`;
  }
}

/**
 * What somebody else did between reading and writing is not undone. That they moved the deal to where it was to go is fine.
 *
 * @throws RecordInvalidError
 */
export function unmoved(seen: string | undefined, { now, to }: { now: string; to: string }): void {
  if (seen === undefined || now === seen || now === to) return;
  const error: RecordInvalidError = elsewhere(now, { path: 'to', seen });
  throw error;
}
