/**
 * How many results each object may show of those it has, where all together may show so many: evenly, and what one does
 * not need goes to the others. Source: SOQL and SOSL Reference, LIMIT n (that the rest is passed on is not verified).
 */
export function shareLimit(found: readonly number[], limit: number): number[] {
  const shares = found.map(() => 0);
  let left = limit;
  while (left > 0) {
    const hungry = found.flatMap((count, index) => ((shares[index] ?? 0) < count ? [index] : []));
    if (hungry.length === 0) break;
    const each = Math.max(1, Math.floor(left / hungry.length));
    for (const index of hungry) {
      const share = Math.min(each, left, (found[index] ?? 0) - (shares[index] ?? 0));
      shares[index] = (shares[index] ?? 0) + share;
      left -= share;
    }
  }
  return shares;
}
