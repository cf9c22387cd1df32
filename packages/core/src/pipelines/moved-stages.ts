/** The fewest values that have to be moved to come from one order of them to the other. Both hold the same values once each. */
export function movedStages(from: readonly string[], to: readonly string[]): readonly string[] {
  const place = new Map(from.map((value, index) => [value, index]));
  const kept = new Set(longestRising(to, (value) => place.get(value) ?? 0));
  return to.filter((value) => !kept.has(value));
}

/** The longest subsequence whose places rise: what can stay where it is. Stages are few, so the simple way is quick. */
function longestRising(values: readonly string[], placeOf: (value: string) => number): readonly string[] {
  let longest: readonly string[] = [];
  const endingAt: (readonly string[])[] = [];
  for (const [index, value] of values.entries()) {
    let best: readonly string[] = [];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const before = endingAt[earlier] ?? [];
      const last = before.at(-1);
      if (last !== undefined && placeOf(last) < placeOf(value) && before.length > best.length) best = before;
    }
    const here = [...best, value];
    endingAt.push(here);
    if (here.length > longest.length) longest = here;
  }
  return longest;
}
