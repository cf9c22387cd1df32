import { createHash } from 'node:crypto';
import { PlanTooLargeError } from '../errors/write-errors.ts';
import type { WriteFields } from '../field-value.ts';
import type { PlannedRead } from '../plan/explain-plan.ts';
import { createProblemList } from '../plan/problem-list.ts';
import type { ReadState, RecordWrite } from '../plan/record-write.ts';
import type { PlannedStep, WritePlan } from '../plan/write-plan.ts';
import type { Writes } from '../send/send-write.ts';
import { SUBREQUEST_LIMIT } from '../transport/composite-limits.ts';
import { checkDealId, checkTarget, DEAL, dealReads, invalidMove, UNLESS_CHANGED } from './plan-stage-move.ts';
import type { Progression } from './progression.ts';

/** Leaves room for the names of the stages. */
const REASON_LENGTH = 31_000;

/** A progression that was checked as far as it can be without its org. Plain data. */
export interface ProgressionPlan {
  /** 18 characters, of the deal. */
  readonly id: string;
  readonly progression: Progression;
  /** SHA-256 of what is to be written, by which the ledger tells a repeated key from a reused one. */
  readonly contentHash: string;
  /** `<connectionId>/<key>`: its key in the ledger. */
  readonly ledgerKey: string;
  readonly reads: readonly PlannedRead[];
  readonly steps: readonly PlannedStep[];
  /** When nobody else is writing; 1 less when it is written already, 1 more when the lost reason's field is not known yet. */
  readonly apiCalls: number;
}

/** Checks a progression, all problems at once, and says what it will read and write. Makes no request. */
export function planProgression(
  id: string,
  progression: Progression,
  { writes }: { readonly writes: Writes },
): ProgressionPlan {
  const problems = createProblemList();
  const dealId = checkDealId(id, problems);
  checkTarget(progression, problems);
  problems.attempt(() => checkReason(progression.reason), undefined);
  const { lostReason } = progression;
  const contentHash = hashOf(dealId, progression);
  const told = { subject: 'Stage', description: progression.reason };
  const fields = lostReason?.value === undefined ? {} : { [lostReason.field]: lostReason.value };
  const write = progressionWrite({ id, progression, contentHash, fields, told });
  const plan = problems.attempt<WritePlan | undefined>(() => writes.plan(write), undefined);
  problems.throwIfAny();
  if (plan === undefined) throw new TypeError('A write that was not refused has a plan.');
  if (plan.parts.length > 1) throw notOneRequest(plan);
  return {
    id: dealId,
    progression,
    contentHash,
    ledgerKey: plan.ledgerKey,
    reads: [
      ...dealReads(progression),
      { path: 'key', object: 'ledger', does: 'Look in the ledger whether it is written already; then nothing is' },
    ],
    steps: plan.steps.map((step) => (step.kind === 'record' ? { ...step, unless: UNLESS_CHANGED } : step)),
    apiCalls: 2,
  };
}

/** The one request that a progression is. */
export function progressionWrite(options: {
  readonly id: string;
  readonly progression: Progression;
  readonly contentHash: string;
  /** What is written beside the stage and the caller's fields. */
  readonly fields: WriteFields;
  readonly told: { readonly subject: string; readonly description: string | undefined; readonly date?: string };
  readonly basedOn?: ReadState;
}): RecordWrite {
  const { id, progression, contentHash, fields, told, basedOn } = options;
  const { key, connectionId, operation = 'logProgression', to, task, note } = progression;
  return {
    key,
    connectionId,
    operation,
    object: DEAL,
    contentHash,
    record: { id, fields: { StageName: to, ...progression.fields, ...fields }, basedOn },
    tasks: [{ ...told, ...given(task) }],
    note,
  };
}

function given<Values extends object>(values: Values | undefined): Partial<Values> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as Partial<Values>;
}

function checkReason(reason: string | undefined): void {
  const length = Array.from(reason ?? '').length;
  if (length <= REASON_LENGTH) return;
  throw invalidMove({
    path: 'reason',
    what: `the text has ${length} characters, and the task has room for ${REASON_LENGTH} beside the stages`,
    remedy: 'Shorten it, or put it into a note.',
    fields: ['Description'],
  });
}

function notOneRequest({ steps }: WritePlan): PlanTooLargeError {
  const remedy = 'Link the note to fewer records, and to the others with notes.link afterwards.';
  return new PlanTooLargeError({
    of: 'subrequests',
    count: steps.length,
    limit: SUBREQUEST_LIMIT,
    message: `Cannot log it in one request: it needs ${steps.length} subrequests; one composite request holds ${SUBREQUEST_LIMIT}. ${remedy}`,
    remedy,
  });
}

/** The same for the same content, in whatever order its members are; neither the key nor who asks counts. */
function hashOf(id: string, progression: Progression): string {
  const { key: _key, connectionId: _connection, operation: _operation, ...content } = progression;
  return createHash('sha256')
    .update(canonical({ id, ...content }))
    .digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );
}
