import { NotEmulatedError } from '../http/not-emulated-error.ts';

/** Source: SOQL and SOSL Reference, GROUP BY ROLLUP and GROUP BY CUBE. */
const MOST_SUBTOTALLED = 3;

/** The sets of groups that ROLLUP or CUBE totals over, the whole one first. */
export function groupingSets<Group>(groups: readonly Group[], subtotals: 'rollup' | 'cube'): Group[][] {
  if (groups.length > MOST_SUBTOTALLED) {
    throw new NotEmulatedError(`SOQL ${subtotals.toUpperCase()} of more than ${MOST_SUBTOTALLED} fields`);
  }
  if (subtotals === 'rollup') {
    return Array.from({ length: groups.length + 1 }, (_, left) => groups.slice(0, groups.length - left));
  }
  const subsets = Array.from({ length: 2 ** groups.length }, (_, bits) =>
    groups.filter((_group, index) => (bits & (1 << index)) !== 0),
  );
  return subsets.toSorted((a, b) => b.length - a.length);
}
