/** UI API prints the members of a body in alphabetical order. Source: recorded answers of lwc-recipes. */
export function withTag(body: Readonly<Record<string, unknown>>, eTag: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...body, eTag }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
