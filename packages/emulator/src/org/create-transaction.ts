import type { DatabaseSync } from 'node:sqlite';

/** Runs synchronous work all or nothing: the outermost call is a transaction, calls within it are savepoints. */
export type Transaction = <Result>(work: () => Result) => Result;

export function createTransaction(database: DatabaseSync): Transaction {
  let depth = 0;

  return (work) => {
    const name = `level_${depth}`;
    database.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
    depth += 1;
    let result;
    try {
      result = work();
    } catch (error) {
      depth -= 1;
      database.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    }
    depth -= 1;
    database.exec(depth === 0 ? 'COMMIT' : `RELEASE ${name}`);
    return result;
  };
}
