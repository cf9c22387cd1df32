import type { DatabaseSync } from 'node:sqlite';

/** Runs synchronous work all or nothing: the outermost call is a transaction, calls within it are savepoints. */
export interface Transaction {
  <Result>(work: () => Result): Result;
  /**
   * Runs the work once everything that it follows from is committed, at once where nothing is open; forgets it where
   * that is undone. For what cannot be undone, such as making another org.
   */
  afterCommit(work: () => void): void;
  /** Tells whenever something was undone, so that nothing is remembered that never came to be. */
  onRollback(listener: () => void): void;
}

export function createTransaction(database: DatabaseSync): Transaction {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  let depth = 0;
  let waiting: (() => void)[] = [];
  const rollbackListeners: (() => void)[] = [];

  const transaction = <Result>(work: () => Result): Result => {
    const name = `level_${depth}`;
    const before = waiting.length;
    if (depth === 0) begin.run();
    else database.exec(`SAVEPOINT ${name}`);
    depth += 1;
    let result;
    try {
      result = work();
    } catch (error) {
      depth -= 1;
      waiting.length = before;
      database.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      for (const listener of rollbackListeners) listener();
      throw error;
    }
    depth -= 1;
    if (depth === 0) commit.run();
    else database.exec(`RELEASE ${name}`);
    if (depth === 0) {
      const due = waiting;
      waiting = [];
      for (const after of due) after();
    }
    return result;
  };
  return Object.assign(transaction, {
    afterCommit(work: () => void) {
      if (depth === 0) work();
      else waiting.push(work);
    },
    onRollback(listener: () => void) {
      rollbackListeners.push(listener);
    },
  });
}
