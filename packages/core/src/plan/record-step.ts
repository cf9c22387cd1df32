import type { Match, WriteFields } from '../field-value.ts';
import { ifUnmodifiedSince } from '../guarded/write-unmodified.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { type Ids, recordBody } from './record-body.ts';
import { idOf } from './references.ts';
import type { Target } from './resolve-target.ts';
import type { PlannedRecord, PlannedStep } from './write-plan.ts';

/** One record of the write: what is known of it, the value that stands for its id, and its subrequest if it needs one. */
export interface WrittenPart {
  readonly planned: PlannedRecord;
  readonly idValue: string;
  readonly step: PlannedStep | undefined;
}

export interface RecordPart {
  readonly kind: 'required' | 'record';
  readonly referenceId: string;
  readonly object: string;
  readonly path: string;
  readonly target: Target;
  readonly fields: WriteFields;
  /** Fields that the plan itself sets. */
  readonly further?: Readonly<Record<string, unknown>>;
  /** ISO 8601: it is undone where the record has been changed since. */
  readonly unmodifiedSince?: string | undefined;
}

export function recordStep(
  part: RecordPart,
  { ids, context, problems }: { ids: Ids; context: PlanContext; problems: ProblemList },
): WrittenPart {
  const { kind, referenceId, object, path, target } = part;
  const body = { ...recordBody(part.fields, { path, ids, object, problems }), ...part.further };
  const base = `${dataPath(context)}/sobjects/${object}`;
  const step = { kind, referenceId, object, path } as const;
  const { how, id } = target;

  if (how === 'found' && id !== undefined) return { planned: { how, id }, idValue: id, step: undefined };
  if (how === 'update' && id !== undefined) {
    const { unmodifiedSince } = part;
    const condition = unmodifiedSince === undefined ? {} : { httpHeaders: ifUnmodifiedSince(unmodifiedSince) };
    return {
      planned: { how, id },
      idValue: id,
      step: { ...step, method: 'PATCH', url: `${base}/${id}`, body, ...condition },
    };
  }
  const planned: PlannedRecord = { how, referenceId };
  const idValue = idOf(referenceId);
  if (how === 'upsert' && target.externalId !== undefined) {
    const { field, value } = target.externalId;
    const url = `${base}/${field}/${encodeURIComponent(value)}`;
    return {
      planned,
      idValue,
      step: { ...step, method: 'PATCH', url, body: withoutKey(body, { field, value, path, problems }) },
    };
  }
  return {
    planned,
    idValue,
    step: { ...step, method: 'POST', url: base, body: withMatched(body, { matched: target.matched, path, problems }) },
  };
}

/** A record that was not found is created as what was looked for: otherwise it would never be found. */
function withMatched(
  body: Readonly<Record<string, unknown>>,
  { matched = {}, path, problems }: { matched: Match | undefined; path: string; problems: ProblemList },
): Record<string, unknown> {
  let rest = { ...body };
  for (const [field, value] of Object.entries(matched))
    rest = withoutKey(rest, { field, value: String(value), path, problems });
  return { ...matched, ...rest };
}

/** The External Id stands in the URL; Salesforce refuses it in the body. Source: REST API guide, Upsert by External ID. */
function withoutKey(
  body: Readonly<Record<string, unknown>>,
  { field, value, path, problems }: { field: string; value: string; path: string; problems: ProblemList },
): Record<string, unknown> {
  const rest: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(body)) {
    if (name.toLowerCase() !== field.toLowerCase()) rest[name] = given;
    else if (String(given) !== value) problems.attempt(() => matchedOtherwise(name, path), undefined);
  }
  return rest;
}

function matchedOtherwise(field: string, path: string): never {
  throw planProblem('invalidMatch', {
    path: `${path}.fields.${field}`,
    what: `${field} is what the record is matched by, and has another value in its fields`,
    remedy: `Leave ${field} out of the fields.`,
    field,
  });
}
