import { isReference } from '../field-value.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { RequiredRecord } from './record-write.ts';

/** A required record and where in the write it stands. */
export interface PlacedRequired {
  readonly required: RequiredRecord;
  /** e.g. `required[0]`. */
  readonly path: string;
}

const REF = /^[A-Za-z][A-Za-z0-9_]{0,79}$/;

/** Parents before children, by their references; otherwise in the order given. Refuses names and references that do not work out. */
export function orderRequired(required: readonly RequiredRecord[], problems: ProblemList): PlacedRequired[] {
  const byRef = new Map<string, PlacedRequired>();
  for (const [index, one] of required.entries()) {
    const path = `required[${index}]`;
    problems.attempt(() => checkRef(one.ref, byRef, path), undefined);
    if (!byRef.has(one.ref)) byRef.set(one.ref, { required: one, path });
  }
  const ordered = new Set<PlacedRequired>();
  for (const placed of byRef.values()) place(placed, { byRef, ordered, above: [], problems });
  return [...ordered];
}

function checkRef(ref: string, taken: ReadonlyMap<string, unknown>, path: string): void {
  if (!REF.test(ref)) {
    throw planProblem('invalidRef', {
      path: `${path}.ref`,
      what: `"${ref}" is not a name for a reference`,
      remedy: 'Use letters, digits and "_", beginning with a letter.',
    });
  }
  if (ref === 'record' || taken.has(ref)) {
    throw planProblem('duplicateRef', {
      path: `${path}.ref`,
      what: ref === 'record' ? '"record" names the record itself' : `"${ref}" is used twice`,
      remedy: 'Give each required record a name of its own.',
    });
  }
}

interface Ordering {
  readonly byRef: ReadonlyMap<string, PlacedRequired>;
  readonly ordered: Set<PlacedRequired>;
  /** The references that led here. */
  readonly above: readonly string[];
  readonly problems: ProblemList;
}

function place(placed: PlacedRequired, { byRef, ordered, above, problems }: Ordering): void {
  if (ordered.has(placed)) return;
  const { required, path } = placed;
  const trail = [...above, required.ref];
  for (const [field, value] of Object.entries(required.fields)) {
    if (!isReference(value)) continue;
    const at = `${path}.fields.${field}`;
    const parent = problems.attempt(() => parentOf(value.ref, { byRef, path: at, trail }), undefined);
    if (parent !== undefined) place(parent, { byRef, ordered, above: trail, problems });
  }
  ordered.add(placed);
}

function parentOf(
  ref: string,
  { byRef, path, trail }: { byRef: ReadonlyMap<string, PlacedRequired>; path: string; trail: readonly string[] },
): PlacedRequired {
  if (ref === 'record') {
    throw planProblem('requiredNeedsRecord', {
      path,
      what: 'a required record is written before the record, so it cannot refer to it',
      remedy: 'Refer from the record to the required one instead.',
    });
  }
  const parent = byRef.get(ref);
  if (parent === undefined) throw unknownRef(ref, path);
  if (trail.includes(ref)) {
    throw planProblem('cycle', {
      path,
      what: `the references go round in a circle: ${[...trail.slice(trail.indexOf(ref)), ref].join(' → ')}`,
      remedy: 'Leave one of the references out, and set it in a write of its own.',
    });
  }
  return parent;
}

export function unknownRef(ref: string, path: string): Error {
  return planProblem('unknownRef', {
    path,
    what: `nothing in this write is called "${ref}"`,
    remedy: 'Add a required record with this ref, or name the record by its id.',
  });
}
