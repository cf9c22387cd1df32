/** One figure: what was measured, against what, in the same run on the same machine. */
export interface Measurement {
  readonly name: string;
  /** What the two values count, e.g. `requests/s`. */
  readonly unit: string;
  readonly measured: number;
  readonly reference: number;
  /** What the reference is, in a few words. */
  readonly against: string;
  /** How `measured / reference` must be. */
  readonly goal: { readonly atLeast: number } | { readonly atMost: number };
}

export function ratioOf({ measured, reference }: Measurement): number {
  return measured / reference;
}

export function isReached(measurement: Measurement): boolean {
  const { goal } = measurement;
  const ratio = ratioOf(measurement);
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}

/** The middle value: a round that the machine disturbed does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('A median needs at least one value.');
  return middle;
}
