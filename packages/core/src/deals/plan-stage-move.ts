import { RecordInvalidError } from '../errors/api-errors.ts';
import type { FieldValue } from '../field-value.ts';
import { checkFieldName, checkRecordId } from '../plan/check-names.ts';
import { checkIdPrefix } from '../plan/check-standard-value.ts';
import type { PlannedRead } from '../plan/explain-plan.ts';
import { dataPath } from '../plan/plan-context.ts';
import { createProblemList, type ProblemList } from '../plan/problem-list.ts';
import { recordBody } from '../plan/record-body.ts';
import { plainText } from '../plan/references.ts';
import type { PlannedStep } from '../plan/write-plan.ts';
import type { StageMoveTo } from './stage-move-options.ts';

export const DEAL = 'Opportunity';

/** A move of a deal that was checked as far as it can be without its org. Plain data. */
export interface StageMovePlan {
  /** 18 characters, of the deal. */
  readonly id: string;
  readonly move: StageMoveTo;
  readonly reads: readonly PlannedRead[];
  readonly steps: readonly PlannedStep[];
  /** When nobody else is writing; 1 less when the deal is there already, 1 more when the lost reason's field is not known yet. */
  readonly apiCalls: number;
}

/** Checks a move, all problems at once, and says what it will read and write. Makes no request. */
export function planStageMove(id: string, move: StageMoveTo, context: { readonly apiVersion: string }): StageMovePlan {
  const problems = createProblemList();
  const dealId = checkDealId(id, problems);
  const body = checkMove(move, problems);
  problems.throwIfAny();
  return {
    id: dealId,
    move,
    reads: dealReads(move),
    steps: [
      {
        kind: 'record',
        referenceId: 'record',
        method: 'PATCH',
        url: `${dataPath(context)}/sobjects/${DEAL}/${dealId}`,
        object: DEAL,
        path: 'deal',
        body,
        unless: UNLESS_CHANGED,
      },
    ],
    apiCalls: 2,
  };
}

export const UNLESS_CHANGED = 'unless it has been changed since it was read';

/** What has to be known before a deal is moved. */
export function dealReads({ lostReason }: StageMoveTo): PlannedRead[] {
  return [
    { path: 'id', object: DEAL, does: `Read the ${DEAL} with its stage and the time of its last change` },
    { path: 'to', object: 'OpportunityStage', does: 'Read the stages of its pipeline; another stage ends it' },
    ...(lostReason === undefined
      ? []
      : [
          {
            path: 'lostReason',
            object: DEAL,
            does: `Where the move loses the deal: describe ${lostReason.field} and what it offers, unless that is known`,
          },
        ]),
  ];
}

export function checkDealId(id: string, problems: ProblemList): string {
  return problems.attempt(() => {
    const dealId = checkRecordId(id, 'id');
    checkIdPrefix(dealId, { object: DEAL, field: 'Id', path: 'id', prefix: '006' });
    return dealId;
  }, '');
}

/** The fields of the update, if the deal turns out to be able to move there. */
function checkMove(move: StageMoveTo, problems: ProblemList): Readonly<Record<string, unknown>> {
  checkTarget(move, problems);
  const values: Readonly<Record<string, FieldValue | undefined>> = move.fields ?? {};
  const body = recordBody(values, { path: 'deal', ids: new Map(), object: DEAL, problems });
  return { StageName: move.to, ...body };
}

/** All but the values of further fields. */
export function checkTarget({ to, from, lostReason, fields = {} }: StageMoveTo, problems: ProblemList): void {
  for (const [path, value] of Object.entries({ to, from })) {
    if (value !== undefined) problems.attempt(() => checkStageName(value, path), undefined);
  }
  if (lostReason !== undefined) {
    const { field, value } = lostReason;
    problems.attempt(() => checkFieldName(field, 'lostReason.field'), undefined);
    if (value !== undefined) problems.attempt(() => plainText(value, 'lostReason.value'), undefined);
  }
  const taken = new Set(['stagename', lostReason?.field.toLowerCase()]);
  for (const field of Object.keys(fields).filter((name) => taken.has(name.toLowerCase()))) {
    problems.attempt(() => hasItsPlace(field), undefined);
  }
}

function checkStageName(value: string, path: string): void {
  plainText(value, path);
  if (value.trim() !== '') return;
  throw invalidMove({ path, what: 'it is blank', remedy: 'Use the API value of a stage.', fields: ['StageName'] });
}

function hasItsPlace(field: string): never {
  const place = field.toLowerCase() === 'stagename' ? 'to' : 'lostReason';
  throw invalidMove({
    path: `fields.${field}`,
    what: `it is what \`${place}\` is for`,
    remedy: `Leave it out of the fields, and give it as \`${place}\`.`,
    fields: [field],
  });
}

export function invalidMove(options: {
  path: string;
  what: string;
  remedy: string;
  fields: readonly string[];
  allowed?: readonly string[] | undefined;
}): RecordInvalidError {
  const { path, what, remedy, fields, allowed } = options;
  const message = `Cannot move the deal (${path}): ${what}. Nothing was written. ${remedy}`;
  return new RecordInvalidError({
    message,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    object: DEAL,
    fields,
    path,
    problems: [{ path, message, remedy, ...(allowed === undefined ? {} : { allowed }) }],
  });
}
