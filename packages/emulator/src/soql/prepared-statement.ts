import type { DatabaseSync, StatementSync } from 'node:sqlite';

const KEPT = 500;
const kept = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** A statement whose rows are arrays, prepared once for each text; the oldest is forgotten above 500. */
export function preparedStatement(database: DatabaseSync, sql: string): StatementSync {
  let statements = kept.get(database);
  if (!statements) kept.set(database, (statements = new Map()));
  const known = statements.get(sql);
  if (known) {
    statements.delete(sql);
    statements.set(sql, known);
    return known;
  }
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > KEPT && oldest !== undefined) statements.delete(oldest);
  return statement;
}
