import type { DatabaseSync } from 'node:sqlite';

const prepared = new WeakSet<DatabaseSync>();

/** Text as Salesforce compares it: case is ignored in every script, where SQLite's NOCASE knows only A–Z. */
export function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** Makes `fold_case(text)` available in this database's SQL. */
export function registerFoldCase(database: DatabaseSync): void {
  if (prepared.has(database)) return;
  database.function('fold_case', { deterministic: true }, (value: unknown) =>
    typeof value === 'string' ? foldCase(value) : (value as null),
  );
  prepared.add(database);
}

/** Only texts beyond ASCII need `fold_case`; the rest is left to NOCASE, which an index can serve. */
export function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the whole of ASCII is meant, its control characters too
  return /^[\x00-\x7f]*$/.test(text);
}
