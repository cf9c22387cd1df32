/** The name that was probably meant: the one with the fewest differing characters, if these are few. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const wanted = given.slice(0, 80).toLowerCase();
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    const distance = distanceBetween(wanted, name.toLowerCase());
    if (distance < (nearest?.distance ?? Math.max(2, Math.floor(wanted.length / 3)) + 1)) nearest = { name, distance };
  }
  return nearest?.name;
}

/** Characters to insert, remove or replace (Levenshtein). */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_one, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
