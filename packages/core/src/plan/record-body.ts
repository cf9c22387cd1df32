import { isReference, type WriteFields, type WriteValue } from '../field-value.ts';
import { checkFieldName } from './check-names.ts';
import { checkStandardValue } from './check-standard-value.ts';
import { unknownRef } from './order-required.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { plainText } from './references.ts';

/** The ids of this write by their name: an id, or a reference to the subrequest that answers it. */
export type Ids = ReadonlyMap<string, string>;

/** Fields as they are sent: values as given, references as the ids they stand for. */
export function recordBody(
  fields: WriteFields,
  { path, ids, object, problems }: { path: string; ids: Ids; object: string; problems: ProblemList },
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const names = new Set<string>();
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const at = `${path}.fields.${field}`;
    problems.attempt(() => {
      checkFieldName(field, at);
      if (names.has(field.toLowerCase())) {
        throw planProblem('duplicateField', {
          path: at,
          what: `${field} is there twice: Salesforce does not tell names apart by their case`,
          remedy: 'Give the field one value.',
          field,
        });
      }
      names.add(field.toLowerCase());
      body[field] = sentValue(value, { path: at, ids });
      if (!isReference(value)) checkStandardValue(value, { object, field, path: at });
    }, undefined);
  }
  return body;
}

export function sentValue(
  value: WriteValue,
  { path, ids }: { path: string; ids: Ids },
): string | number | boolean | null {
  if (isReference(value)) return resolveRef(value.ref, { path, ids });
  if (typeof value === 'string') return plainText(value, path);
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return value;
  throw planProblem('invalidValue', {
    path,
    what: 'the value is not one that a field can hold',
    remedy: 'Use text, a number, true, false, null or { ref }.',
  });
}

export function resolveRef(ref: string, { path, ids }: { path: string; ids: Ids }): string {
  const id = ids.get(ref);
  if (id !== undefined) return id;
  if (ref !== 'record') throw unknownRef(ref, path);
  throw planProblem('cycle', {
    path,
    what: 'the record refers to itself before it exists',
    remedy: 'Set this field in a write of its own, by the id of the record.',
  });
}
