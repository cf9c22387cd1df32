import { ledgerKey } from '../ledger/ledger-key.ts';
import type { Manifest, Related } from '../ledger/manifest.ts';
import { checkSize } from './check-size.ts';
import { checkIdPrefix } from './check-standard-value.ts';
import { checkTargets } from './check-targets.ts';
import { checkLedgerValues, ledgerRow } from './ledger-row.ts';
import { NOTE_REFERENCE_ID, noteSubrequests } from './note-subrequests.ts';
import { orderRequired } from './order-required.ts';
import type { PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import { createProblemList } from './problem-list.ts';
import { recordStep, type WrittenPart } from './record-step.ts';
import { planRecordType } from './record-type.ts';
import type { RecordWrite, WrittenObject } from './record-write.ts';
import { idOf } from './references.ts';
import { checkReadState } from './check-read-state.ts';
import { resolveTarget, type Target } from './resolve-target.ts';
import { roleSteps } from './role-steps.ts';
import { taskSteps } from './task-steps.ts';
import { recordPath } from './write-paths.ts';
import type { PlannedLookup, PlannedRecord, PlannedStep, WritePlan } from './write-plan.ts';

/**
 * A write as one all-or-none composite request: required records with parents before children, the record, its contact
 * roles, the note, its links, and the row of the ledger. Makes no request. What is wrong with it is said all at once.
 */
export function compilePlan(write: RecordWrite, context: PlanContext): WritePlan {
  const problems = createProblemList();
  checkLedgerValues(write, problems);
  problems.attempt(() => checkTargets(write), undefined);
  const steps: PlannedStep[] = [];
  const lookups: PlannedLookup[] = [];
  const ids = new Map<string, string>();
  const related: { readonly is: Related; readonly id: string }[] = [];

  const required: Record<string, PlannedRecord> = {};
  for (const { required: one, path } of orderRequired(write.required ?? [], problems)) {
    const target = problems.attempt(() => resolveTarget({ ...one, path }, context), UNRESOLVED);
    const referenceId = `required${steps.length}`;
    const { object, fields } = one;
    const part = recordStep(
      { kind: 'required', referenceId, object, path, target, fields },
      { ids, context, problems },
    );
    add(part);
    if (target.lookup !== undefined) lookups.push(target.lookup);
    ids.set(one.ref, part.idValue);
    required[one.ref] = part.planned;
    related.push({ is: { kind: 'required', ref: one.ref, object, how: part.planned.how }, id: part.idValue });
  }

  const record = compileRecord();
  add(record);
  ids.set('record', record.idValue);

  const recordId = record.idValue;
  for (const { step, idValue } of roleSteps(write, { ids, recordId, context, problems })) {
    steps.push(step);
    related.push({ is: { kind: 'role' }, id: idValue });
  }
  for (const step of taskSteps(write, { ids, recordId, context, problems })) {
    steps.push(step);
    related.push({ is: { kind: 'task' }, id: idOf(step.referenceId) });
  }

  const note = write.note === undefined ? undefined : noteSubrequests(write.note, { ids, recordId, context, problems });
  steps.push(...(note?.steps ?? []));
  for (const [index, is] of (note?.links ?? []).entries()) related.push({ is, id: idOf(`link${index}`) });

  const manifest: Manifest = { v: 1, record: recordInManifest(record.planned), related: related.map(({ is }) => is) };
  const noteReferenceId = note === undefined ? undefined : NOTE_REFERENCE_ID;
  const relatedIds = related.map(({ id }) => id);
  steps.push(ledgerRow(write, { recordId, noteReferenceId, relatedIds, manifest, context }));

  problems.throwIfAny();
  checkSize({ subrequests: steps.length, queries: lookups.length, relatedIds: related.length });
  return {
    write,
    ledgerKey: ledgerKey(write),
    lookups,
    steps,
    record: record.planned,
    required,
    manifest,
    apiCalls: lookups.length === 0 ? 1 : 2,
  };

  function add({ step }: WrittenPart): void {
    if (step !== undefined) steps.push(step);
  }

  function recordInManifest({ how }: PlannedRecord): Manifest['record'] {
    const { was } = write.record.basedOn ?? {};
    return was === undefined ? { how } : { how, was };
  }

  function compileRecord(): WrittenPart {
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
    if (target.lookup !== undefined) lookups.push(target.lookup);
    if (basedOn !== undefined) problems.attempt(() => checkReadState(basedOn, { id, path }), undefined);
    const unmodifiedSince = basedOn?.modifiedAt;
    const part = { kind: 'record', referenceId: 'record', object, path, target, fields, unmodifiedSince } as const;
    if (pipeline === undefined) return recordStep(part, { ids, context, problems });
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
    if (recordType?.step !== undefined) steps.push(recordType.step);
    return recordStep({ ...part, further: { RecordTypeId: recordType?.value } }, { ids, context, problems });
  }
}

/** Stands for what could not be resolved until that is said. */
const UNRESOLVED: Target = { how: 'create' };

const ID_PREFIXES: Readonly<Record<WrittenObject, string>> = { Account: '001', Contact: '003', Opportunity: '006' };
