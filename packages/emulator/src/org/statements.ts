import type { DatabaseSync, StatementSync } from 'node:sqlite';

const KEPT = 1000;

/** Prepared statements, kept by their text. */
export interface Statements {
  prepare(sql: string): StatementSync;
  /** After the schema has changed. */
  readonly forget: () => void;
}

export function createStatements(database: DatabaseSync): Statements {
  const kept = new Map<string, StatementSync>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      if (kept.size >= KEPT) kept.clear();
      const statement = database.prepare(sql);
      kept.set(sql, statement);
      return statement;
    },
    forget: () => kept.clear(),
  };
}
