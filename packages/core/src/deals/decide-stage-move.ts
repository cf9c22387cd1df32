import type { RecordInvalidError } from '../errors/api-errors.ts';
import type { FieldValue } from '../field-value.ts';
import type { IllegalStageMove, LegalStageMove } from '../pipelines/stage-move.ts';
import { judgeStageMove } from '../pipelines/stage-move.ts';
import type { ProblemList } from '../plan/problem-list.ts';
import { createProblemList } from '../plan/problem-list.ts';
import type { LostReasonRules } from './lost-reason-rules.ts';
import { invalidMove } from './plan-stage-move.ts';
import type { DealNow } from './read-deal-stage.ts';
import type { StageMoveTo } from './stage-move-options.ts';

export interface StageMoveDecision {
  readonly move: LegalStageMove;
  /** The lost reason where it has to be written; empty otherwise. */
  readonly reason: Readonly<Record<string, FieldValue>>;
}

/**
 * Judges a move by the deal as it was read: all that is wrong with it at once.
 *
 * @param rulesOf asked only of a move that loses the deal
 * @throws RecordInvalidError
 */
export async function decideStageMove(
  { to, from, lostReason }: StageMoveTo,
  deal: Pick<DealNow<unknown>, 'record' | 'stage' | 'pipeline' | 'pipelines' | 'retired'>,
  rulesOf: (field: string, recordTypeId: string) => Promise<LostReasonRules>,
): Promise<StageMoveDecision> {
  const { record, pipeline, pipelines, retired } = deal;
  const problems = createProblemList();
  const isThere = record.StageName === to;
  if (from !== undefined && from !== record.StageName && !isThere) {
    problems.attempt(() => {
      throw elsewhere(record.StageName, { path: 'from', seen: from });
    }, undefined);
  }
  const move = judgeStageMove({ pipeline, from: record.StageName, to, pipelines, retired });
  if (!move.legal) {
    problems.attempt(() => {
      throw notOfPipeline(move, deal);
    }, undefined);
  }
  const loses = move.legal && move.to.outcome === 'lost';
  const reason =
    loses && lostReason !== undefined
      ? reasonOf(lostReason, { record, rules: await rulesOf(lostReason.field, pipeline.id), problems })
      : {};
  problems.throwIfAny();
  if (!move.legal) throw notOfPipeline(move, deal);
  return { move, reason };
}

/** The deal is in another stage than the one that it was to be moved from. */
export function elsewhere(stage: string, { path, seen }: { path: string; seen: string }): RecordInvalidError {
  return invalidMove({
    path,
    what: `somebody has moved it meanwhile: it is in "${stage}", not in "${seen}"`,
    remedy: 'Read the deal, and decide again.',
    fields: ['StageName'],
  });
}

function notOfPipeline(
  { problem, to, meant, inPipelines, available }: IllegalStageMove,
  { pipeline }: Pick<DealNow<unknown>, 'pipeline'>,
): RecordInvalidError {
  const name =
    pipeline.label === '' ? 'its pipeline, whose stages this user does not see' : `its pipeline ${pipeline.label}`;
  const why = {
    stageOfAnotherPipeline: ` but of ${inPipelines.join(', ')}`,
    stageRetired: ': the org has retired it',
    stageUnknown: '',
  }[problem];
  const allowed = available.map(({ value }) => value);
  const hint = meant === undefined ? '' : `Did you mean "${meant.value}"? `;
  return invalidMove({
    path: 'to',
    what: `"${to}" is no stage of ${name}${why}`,
    remedy:
      allowed.length === 0
        ? 'Ask the Salesforce administrator to assign the record type to the connected user.'
        : `${hint}Use one of: ${allowed.join(', ')}.`,
    fields: ['StageName'],
    allowed,
  });
}

function reasonOf(
  { field, value }: NonNullable<StageMoveTo['lostReason']>,
  {
    record,
    rules,
    problems,
  }: { record: Readonly<Record<string, unknown>>; rules: LostReasonRules; problems: ProblemList },
): Readonly<Record<string, FieldValue>> {
  const refuse = (path: string, what: string, remedy: string): void => {
    problems.attempt(() => {
      throw invalidMove({ path, what, remedy, fields: [field], allowed: rules.offers });
    }, undefined);
  };
  const choices = rules.offers === undefined ? '' : `Use one of: ${rules.offers.join(', ')}.`;
  if (!rules.exists) {
    const what = `Opportunity has no field ${field}, or it is hidden from this user`;
    refuse(
      'lostReason.field',
      what,
      'Name a field of Opportunity, or ask the Salesforce administrator for access to it.',
    );
    return {};
  }
  if (value === undefined || value.trim() === '') {
    const there = record[rules.name];
    if (there === null || there === undefined || there === '') {
      refuse(
        'lostReason.value',
        'the move loses the deal, and nothing says why',
        `Say why it is lost. ${choices}`.trim(),
      );
    }
    return {};
  }
  if (rules.offers?.includes(value) === false && rules.restricted) {
    refuse('lostReason.value', `${rules.name} does not offer this value in the deal's pipeline`, choices);
  } else if (rules.offers === undefined && rules.length > 0 && Array.from(value.trim()).length > rules.length) {
    refuse(
      'lostReason.value',
      `${rules.name} holds ${rules.length} characters`,
      `Shorten it to ${rules.length} characters.`,
    );
  }
  if (!rules.updateable) {
    const remedy = `Ask the Salesforce administrator for edit access to ${rules.name}.`;
    refuse('lostReason.field', `this user may not write ${rules.name}`, remedy);
  }
  return { [rules.name]: value };
}
