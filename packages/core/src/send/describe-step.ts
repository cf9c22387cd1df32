import { parseRecordId } from '../record-id.ts';
import { type Attempt, requestStep } from '../errors/attempt.ts';
import { pathOfField } from '../plan/write-paths.ts';
import type { PlannedRecord, PlannedStep, WritePlan } from '../plan/write-plan.ts';

/** What a subrequest was trying to do, in the words of the write. */
export function attemptOf(step: PlannedStep, plan: WritePlan): Attempt {
  const { kind, object, path } = step;
  const place = requestStep(plan.steps, step.referenceId);
  if (kind === 'recordType') return { verb: 'query', object, path, step: place };
  const { record, part } = partOf(step, plan);
  return {
    verb: verbOf(step, record),
    object,
    path,
    step: place,
    // Of a role that is changed or removed it is the last part of the address.
    recordId: record?.id ?? (kind === 'role' && step.method !== 'POST' ? step.url.slice(-18) : undefined),
    idPath: record?.id === undefined ? undefined : `${path}.id`,
    namesOthers: Object.values(step.body ?? {}).some(isRecordId),
    pathOfField: (field) => pathOfField(path, field, part),
  };
}

function verbOf({ kind, method }: PlannedStep, record: PlannedRecord | undefined): Attempt['verb'] {
  if (method === 'DELETE') return 'delete';
  if (record === undefined) return kind === 'role' && method === 'PATCH' ? 'update' : 'create';
  if (record.how === 'update') return 'update';
  return record.how === 'upsert' ? 'upsert' : 'create';
}

/** The part of the write that a subrequest comes from, and what becomes of it. */
export function partOf(
  step: PlannedStep,
  plan: WritePlan,
): {
  record?: PlannedRecord | undefined;
  part?: { match?: object | undefined; pipeline?: string | undefined } | undefined;
} {
  if (step.kind === 'record') return { record: plan.record, part: plan.write.record };
  const index = /^required\[(\d+)\]$/.exec(step.path)?.[1];
  const required = index === undefined ? undefined : plan.write.required?.[Number(index)];
  return required === undefined ? {} : { record: plan.required[required.ref], part: required };
}

/** Or what stands for one. */
function isRecordId(value: unknown): boolean {
  return typeof value === 'string' && (value.startsWith('@{') || parseRecordId(value) !== undefined);
}
