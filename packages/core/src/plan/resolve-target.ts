import type { Match } from '../field-value.ts';
import type { How } from '../ledger/manifest.ts';
import { matchQuery } from '../soql/match-query.ts';
import { checkMatch, checkObjectName, checkRecordId } from './check-names.ts';
import type { PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { PlannedLookup } from './write-plan.ts';

export interface TargetRequest {
  readonly object: string;
  readonly id?: string | undefined;
  readonly match?: Match | undefined;
  readonly whenFound?: 'keep' | 'update' | undefined;
  readonly path: string;
}

/** Which record it will be, and how it is written. */
export interface Target {
  readonly how: How;
  readonly id?: string;
  readonly externalId?: { readonly field: string; readonly value: string };
  readonly lookup?: PlannedLookup;
  /** What a record that was not found is created with, beside its fields. */
  readonly matched?: Match;
}

/**
 * One field is taken for an External Id and upserted, which costs no look-up, until the org says that it is none. Any
 * other match, and one whose record must not be touched, is looked up before the write.
 */
export function resolveTarget({ object, id, match, whenFound, path }: TargetRequest, context: PlanContext): Target {
  checkObjectName(object, `${path}.object`);
  if (id !== undefined && match !== undefined) {
    throw planProblem('idAndMatch', {
      path,
      what: 'it has both an id and a match',
      remedy: 'Give the id to update that record, or the match to upsert.',
    });
  }
  if (id !== undefined) return { how: 'update', id: checkRecordId(id, `${path}.id`) };
  if (match === undefined) return { how: 'create' };
  checkMatch(match, `${path}.match`);

  const externalId = whenFound === 'keep' ? undefined : upsertKey(object, match, context);
  if (externalId !== undefined) return { how: 'upsert', externalId };

  const lookup = {
    object,
    soql: matchQuery(object, match, (field) => context.typeOfField?.(object, field)),
    path: `${path}.match`,
  };
  const finding = context.findings.get(path);
  if (finding?.found !== 'one') return { how: 'create', lookup, matched: match };
  return { how: whenFound === 'update' ? 'update' : 'found', id: finding.id, lookup };
}

function upsertKey(object: string, match: Match, context: PlanContext): Target['externalId'] {
  const [only, ...others] = Object.entries(match);
  if (only === undefined || others.length > 0) return undefined;
  const [field, value] = only;
  if (typeof value === 'boolean' || context.isPlainField(object, field)) return undefined;
  // As the last part of a path these two would mean another resource, however they are encoded.
  if (value === '.' || value === '..') return undefined;
  return { field, value: String(value) };
}
