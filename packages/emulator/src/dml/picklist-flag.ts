import type { Org } from '../org/org.ts';

/** Whether the org's picklist says of a value that it is closed, or urgent. What is not in the list is neither. */
export function picklistFlag(
  org: Org,
  path: readonly [object: string, field: string],
  flag: 'closed' | 'high',
  value: unknown,
): boolean {
  const wanted = String(value).toLowerCase();
  const values = org.schema.field(...path)?.picklistValues ?? [];
  return values.some((candidate) => candidate.value.toLowerCase() === wanted && candidate[flag] === true);
}
