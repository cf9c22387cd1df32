import { keyReused } from '../errors/already-applied.ts';
import { toLedgerError } from '../errors/ledger-unavailable.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { WriteAlreadyAppliedError } from '../errors/write-errors.ts';
import { type GuardedDecision, isModified, writeUnmodified } from '../guarded/write-unmodified.ts';
import { ledgerRowPart } from '../ledger/ledger-rows.ts';
import type { StoredRow } from '../ledger/stored-row.ts';
import { toLedgerEntry } from '../ledger/to-ledger-entry.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { PackageSchema } from '../package-schema.ts';
import { judgeStageMove, type LegalStageMove } from '../pipelines/stage-move.ts';
import type { Writes } from '../send/send-write.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { decideStageMove } from './decide-stage-move.ts';
import { lostReasonRules } from './lost-reason-rules.ts';
import { unmoved } from './move-stage.ts';
import { type ProgressionPlan, progressionWrite } from './plan-progression.ts';
import { DEAL } from './plan-stage-move.ts';
import type { ProgressionLogged } from './progression.ts';
import { type DealNow, type DealSources, readDealStage } from './read-deal-stage.ts';
import type { StageMoveMeaning } from './stage-move-options.ts';

const SUBJECT_LENGTH = 255;

export interface ProgressionSources extends DealSources {
  readonly metadata: Metadata;
  readonly writes: Writes;
  readonly schema: PackageSchema;
}

/**
 * Reads the deal, its pipeline and whether it is written already as one API call, judges the move, and writes stage, task,
 * note and ledger row as another one, all or nothing, unless the deal has been changed since: then it reads again.
 */
export async function logProgression(
  plan: ProgressionPlan,
  { signal }: RequestOptions,
  sources: ProgressionSources,
): Promise<ProgressionLogged> {
  const { id, progression, contentHash } = plan;
  const { transport, metadata, writes } = sources;
  const meter = createCallMeter();
  let asked = 0;
  let first: string | undefined;
  return writeUnmodified<ProgressionLogged>({
    object: DEAL,
    id,
    transport,
    signal,
    async read(decidedAgain) {
      const deal = await readWithLedger(plan, { ...sources, signal });
      asked += deal.apiCalls;
      const { StageName } = deal.record;
      const already = writtenBefore(deal, plan);
      if (already !== undefined) {
        return { ...deal, decision: { done: { ...already, decidedAgain, apiCalls: asked + meter.calls } } };
      }
      unmoved(first, { now: StageName, to: progression.to });
      first = StageName;
      const { move, reason } = await decideStageMove(progression, deal, async (field, recordTypeId) =>
        lostReasonRules(metadata, { field, recordTypeId, signal, meter }),
      );
      const write = progressionWrite({
        id,
        progression,
        contentHash,
        fields: reason,
        told: told({ deal, move, reason: progression.reason }),
        basedOn: { modifiedAt: deal.modifiedAt, was: { StageName } },
      });
      const decision: GuardedDecision<ProgressionLogged> = { write: send };
      return { ...deal, decision };

      async function send(): Promise<ProgressionLogged | undefined> {
        const sent = await unlessOvertaken(async () => writes.send(writes.plan(write), { signal }));
        asked += sent === undefined ? 1 : sent.apiCalls;
        if (sent === undefined) return undefined;
        const { taskIds = [], note, warnings } = sent;
        return {
          outcome: 'written',
          id,
          from: StageName,
          to: progression.to,
          meaning: meaningOf(move),
          taskId: taskIds[0] ?? '',
          note,
          decidedAgain,
          apiCalls: asked + meter.calls,
          warnings,
        };
      }
    },
  });
}

/** Undefined where it has to be read again: the deal was changed meanwhile, or another request with this key was faster. */
async function unlessOvertaken<Result>(send: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await send();
  } catch (error) {
    if (isModified(error) || error instanceof WriteAlreadyAppliedError) return undefined;
    throw error;
  }
}

async function readWithLedger(
  { id, ledgerKey }: ProgressionPlan,
  options: ProgressionSources & RequestOptions,
): Promise<DealNow<StoredRow | undefined>> {
  const { schema } = options;
  try {
    return await readDealStage(id, { ...options, beside: ledgerRowPart(schema, ledgerKey) });
  } catch (error) {
    throw error instanceof SalesforceError && error.object === schema.object
      ? toLedgerError(error, schema.object)
      : error;
  }
}

/** @throws WriteAlreadyAppliedError where the key stands for something else */
function writtenBefore(
  { beside: row, pipeline, record }: DealNow<StoredRow | undefined>,
  { id, progression: { to }, contentHash, ledgerKey }: ProgressionPlan,
): Omit<ProgressionLogged, 'decidedAgain' | 'apiCalls'> | undefined {
  if (row === undefined) return undefined;
  if (row.contentHash !== contentHash) throw keyReused(ledgerKey);
  const { result } = toLedgerEntry([{ row, created: new Set() }], row, 0);
  const from = row.manifest.record?.was?.['StageName'] ?? record.StageName;
  const move = judgeStageMove({ pipeline, from, to });
  return {
    outcome: 'alreadyWritten',
    id,
    from,
    to,
    meaning: move.legal ? meaningOf(move) : undefined,
    taskId: result.taskIds?.[0] ?? '',
    note: result.note,
    warnings: [],
  };
}

function meaningOf({ direction, effect, skips }: LegalStageMove): StageMoveMeaning {
  return { direction, effect, skips };
}

/** What the task tells, in the words of the pipeline. */
function told({
  deal: { stage, notBefore },
  move: { to, direction },
  reason,
}: {
  deal: DealNow<unknown>;
  move: LegalStageMove;
  reason: string | undefined;
}): { subject: string; description: string; date: string } {
  const way = direction === 'none' ? to.label : `${stage.label} → ${to.label}`;
  const subject = Array.from(`Stage: ${way}`);
  const lines = [`From: ${stage.label}`, `To: ${to.label}`];
  return {
    subject: (subject.length > SUBJECT_LENGTH ? [...subject.slice(0, SUBJECT_LENGTH - 1), '…'] : subject).join(''),
    description: [...lines, ...(reason === undefined ? [] : [`Reason: ${reason}`])].join('\n'),
    date: new Date(notBefore).toISOString().slice(0, 10),
  };
}
