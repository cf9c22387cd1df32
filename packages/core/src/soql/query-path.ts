/** The path of a query after `/services/data/vXX.X`. */
export function queryPath(soql: string): string {
  return `/query/?q=${encodeURIComponent(soql)}`;
}
