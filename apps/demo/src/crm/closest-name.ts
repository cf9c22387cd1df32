/** How many letters may differ before two names count as different names. */
const MOST_EDITS = 2;

/**
 * The known name that was meant: the same but for spaces, case and punctuation, or but for a slip of the keyboard.
 * Undefined when there is none, or more than one that is equally near.
 */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const bare = toBare(name);
  const same = known.filter((candidate) => toBare(candidate) === bare);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;

  const distances = known
    .filter((candidate) => Math.abs(toBare(candidate).length - bare.length) <= MOST_EDITS)
    .map((candidate) => ({ candidate, distance: editDistance(bare, toBare(candidate)) }))
    .sort((left, right) => left.distance - right.distance);
  const [nearest, second] = distances;
  if (nearest === undefined || nearest.distance > Math.min(MOST_EDITS, Math.floor(bare.length / 4))) return undefined;
  return nearest.distance === second?.distance ? undefined : nearest.candidate;
}

function toBare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Levenshtein's: letters to insert, delete or replace. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
