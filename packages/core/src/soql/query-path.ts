/** The path of a query after `/services/data/vXX.X`. */
export function queryPath(soql: string): string {
  return `/query/?q=${encodeURIComponent(soql)}`;
}

/** As `queryPath`, with deleted records (`IsDeleted`) and archived activities: what `ALL ROWS` is in Apex. */
export function queryAllPath(soql: string): string {
  return `/queryAll/?q=${encodeURIComponent(soql)}`;
}

/** The path of a SOSL search after `/services/data/vXX.X`. */
export function searchPath(sosl: string): string {
  return `/search/?q=${encodeURIComponent(sosl)}`;
}
