import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { holdsWords } from './search-words.ts';

const registered = new WeakSet<DatabaseSync>();

/** Makes `holds_words(text, pattern)` available in this database's SQL. */
export function registerSearchWords(database: DatabaseSync): void {
  if (registered.has(database)) return;
  database.function('holds_words', { deterministic: true }, (text: SQLInputValue, pattern: SQLInputValue) =>
    typeof text === 'string' && typeof pattern === 'string' ? Number(holdsWords(text, pattern)) : 0,
  );
  registered.add(database);
}
