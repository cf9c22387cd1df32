import { DatabaseSync } from 'node:sqlite';

/**
 * The org's SQLite database. A file is kept in WAL mode: what was committed is there after the process is killed.
 *
 * @param file path of the database; undefined: in memory
 */
export function openDatabase(file: string | undefined): DatabaseSync {
  const database = new DatabaseSync(file ?? ':memory:');
  if (file !== undefined) {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = NORMAL');
    database.exec('PRAGMA busy_timeout = 2000');
  }
  return database;
}
