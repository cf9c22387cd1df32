/**
 * Entries in the order of a Java `HashMap` with texts as keys, which is how Salesforce prints the `urls` of a describe:
 * with more than twelve of them the table grows, and the order changes. Verified on every recorded describe.
 */
export function inHashOrder<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  const names = Object.keys(entries).toSorted();
  let buckets = 16;
  while (names.length > buckets * 0.75) buckets *= 2;
  const bucketOf = (name: string): number => spread(hashOf(name)) & (buckets - 1);
  const sorted = names.toSorted((a, b) => bucketOf(a) - bucketOf(b));
  return Object.fromEntries(sorted.map((name) => [name, entries[name] as Value]));
}

function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 16);
}
