/** An identifier of the database. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
