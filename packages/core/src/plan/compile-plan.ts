import { ledgerKey, partKey } from '../ledger/ledger-key.ts';
import type { Manifest } from '../ledger/manifest.ts';
import { QUERY_LIMIT } from '../transport/composite-limits.ts';
import { checkSize } from './check-size.ts';
import { checkIdPrefix } from './check-standard-value.ts';
import { checkTargets } from './check-targets.ts';
import { checkLedgerValues, ledgerRow } from './ledger-row.ts';
import { noteGroups } from './note-subrequests.ts';
import { orderRequired } from './order-required.ts';
import type { PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import { createProblemList } from './problem-list.ts';
import { recordStep, type WrittenPart } from './record-step.ts';
import { planRecordType, type PlannedRecordType } from './record-type.ts';
import type { RecordWrite, WrittenObject } from './record-write.ts';
import { idOf } from './references.ts';
import { checkReadState } from './check-read-state.ts';
import { resolveTarget, type Target } from './resolve-target.ts';
import { roleSteps } from './role-steps.ts';
import { splitParts, type StepGroup } from './split-parts.ts';
import { taskSteps } from './task-steps.ts';
import { recordPath } from './write-paths.ts';
import type { PlannedLookup, PlannedPart, PlannedRecord, PlannedStep, WritePlan } from './write-plan.ts';

/**
 * A write as one all-or-none composite request: required records with parents before children, the record, its contact
 * roles, the note, its links, and the row of the ledger. What one request does not hold becomes several, each with a row of
 * its own. Makes no request. What is wrong with it is said all at once.
 */
export function compilePlan(write: RecordWrite, context: PlanContext): WritePlan {
  const problems = createProblemList();
  checkLedgerValues(write, problems);
  problems.attempt(() => checkTargets(write), undefined);
  const lookups: PlannedLookup[] = [];
  const ids = new Map<string, string>();
  const { written } = context;

  const requiredGroups: StepGroup[] = [];
  const required: Record<string, PlannedRecord> = {};
  for (const [index, { required: one, path }] of orderRequired(write.required ?? [], problems).entries()) {
    const { object, fields } = one;
    const target = problems.attempt(() => resolveTarget({ ...one, path }, context), UNRESOLVED);
    const part = withWritten(
      recordStep(
        { kind: 'required', referenceId: `required${index}`, object, path, target, fields },
        { ids, context, problems },
      ),
      written?.required[one.ref],
    );
    if (target.lookup !== undefined && part.planned.written !== true) lookups.push(target.lookup);
    ids.set(one.ref, part.idValue);
    required[one.ref] = part.planned;
    const is = { kind: 'required', ref: one.ref, object, how: part.planned.how } as const;
    requiredGroups.push({ steps: stepsOf(part), related: [{ is, id: part.idValue }], room: 1, relatedRoom: 1 });
  }

  const { recordType, ...record } = compileRecord();
  ids.set('record', record.idValue);
  const recordId = record.idValue;
  const ownSteps = [...(recordType?.step === undefined ? [] : [recordType.step]), ...stepsOf(record)];
  const rest: StepGroup[] = [{ steps: ownSteps, related: [], room: ownSteps.length, relatedRoom: 0 }];
  for (const { step, idValue } of roleSteps(write, { ids, recordId, context, problems })) {
    rest.push({ steps: [step], related: [{ is: { kind: 'role' }, id: idValue }], room: 1, relatedRoom: 1 });
  }
  for (const step of taskSteps(write, { ids, recordId, context, problems })) {
    const id = idOf(step.referenceId);
    rest.push({ steps: [step], related: [{ is: { kind: 'task' }, id }], room: 1, relatedRoom: 1 });
  }
  if (write.note !== undefined) rest.push(...noteGroups(write.note, { ids, recordId, context, problems }));

  const groups = splitParts(requiredGroups, rest);
  const { steps, parts } = toParts(groups, { write, record, context });
  problems.throwIfAny();
  checkSize('parts', groups.length);
  return {
    write,
    ledgerKey: ledgerKey(write),
    lookups,
    steps,
    parts,
    record: record.planned,
    required,
    apiCalls: Math.ceil(lookups.length / QUERY_LIMIT) + parts.length + (groups.length > 1 ? 1 : 0),
  };

  function compileRecord(): WrittenPart & { readonly recordType?: PlannedRecordType | undefined } {
    const { object } = write;
    const { id, match, pipeline, fields, basedOn } = write.record;
    const path = recordPath(object);
    const target = problems.attempt(
      () => resolveTarget({ object, id, match, whenFound: 'update', path }, context),
      UNRESOLVED,
    );
    if (target.id !== undefined) {
      const at = { object, field: 'Id', path: `${path}.id`, prefix: ID_PREFIXES[object] };
      problems.attempt(() => checkIdPrefix(target.id ?? '', at), undefined);
    }
    if (target.lookup !== undefined && written?.record === undefined) lookups.push(target.lookup);
    if (basedOn !== undefined) problems.attempt(() => checkReadState(basedOn, { id, path }), undefined);
    const unmodifiedSince = basedOn?.modifiedAt;
    const part = { kind: 'record', referenceId: 'record', object, path, target, fields, unmodifiedSince } as const;
    if (pipeline === undefined) {
      return withWritten(recordStep(part, { ids, context, problems }), written?.record);
    }
    const recordType = problems.attempt(() => {
      if (!Object.keys(fields).some((field) => field.toLowerCase() === 'recordtypeid')) {
        return planRecordType(pipeline, { object, path: `${path}.pipeline`, context });
      }
      throw planProblem('invalidValue', {
        path: `${path}.pipeline`,
        what: 'the record type is given twice, as pipeline and as RecordTypeId',
        remedy: 'Leave one of them out.',
        object,
        field: 'RecordTypeId',
      });
    }, undefined);
    const further = { RecordTypeId: recordType?.value };
    return {
      ...withWritten(recordStep({ ...part, further }, { ids, context, problems }), written?.record),
      recordType,
    };
  }
}

/** What a part before has written is there: its id is known, whatever a look-up would find by now. */
function withWritten(part: WrittenPart, id: string | undefined): WrittenPart {
  if (id === undefined) return part;
  return { ...part, idValue: id, planned: { how: part.planned.how, id, written: true } };
}

function stepsOf({ step }: WrittenPart): PlannedStep[] {
  return step === undefined ? [] : [step];
}

/** Each part with its row in the ledger; those that are written already are left out. */
function toParts(
  groups: readonly (readonly StepGroup[])[],
  { write, record, context }: { write: RecordWrite; record: WrittenPart; context: PlanContext },
): { steps: PlannedStep[]; parts: PlannedPart[] } {
  const of = groups.length;
  const recordPart = groups.findIndex((part) => part.some(({ steps }) => steps.some(({ kind }) => kind === 'record')));
  const steps: PlannedStep[] = [];
  const parts: PlannedPart[] = [];
  for (const [index, part] of groups.entries()) {
    const number = index + 1;
    if (number <= (context.written?.parts ?? 0)) continue;
    const from = steps.length;
    steps.push(...part.flatMap((group) => group.steps));
    const related = part.flatMap((group) => group.related);
    const how = recordInManifest(write, record.planned);
    const kept = related.map(({ is }) => is);
    const manifest: Manifest =
      of === 1
        ? { v: 1, record: how, related: kept }
        : { v: 2, part: number, of, record: index === recordPart ? how : null, related: kept };
    const key = number === of ? ledgerKey(write) : partKey(ledgerKey(write), number);
    const row = ledgerRow(write, {
      key,
      referenceId: number === of ? 'ledger' : `ledger${number}`,
      recordId: index >= recordPart ? record.idValue : undefined,
      hasNote: steps.slice(from).some(({ kind }) => kind === 'note'),
      relatedIds: related.map(({ id }) => id),
      manifest,
      context,
    });
    steps.push(row);
    parts.push({ number, of, ledgerKey: key, from, to: steps.length, manifest });
  }
  return { steps, parts };
}

function recordInManifest({ record }: RecordWrite, { how }: PlannedRecord): NonNullable<Manifest['record']> {
  const { was } = record.basedOn ?? {};
  return was === undefined ? { how } : { how, was };
}

/** Stands for what could not be resolved until that is said. */
const UNRESOLVED: Target = { how: 'create' };

const ID_PREFIXES: Readonly<Record<WrittenObject, string>> = { Account: '001', Contact: '003', Opportunity: '006' };
