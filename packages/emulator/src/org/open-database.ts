import { DatabaseSync } from 'node:sqlite';
import { DataFileError } from './data-file-error.ts';

/**
 * The org's SQLite database. A file is kept in WAL mode: what was committed is there after the process is killed. Only one
 * process at a time may have it.
 *
 * @param file path of the database; undefined: in memory
 * @throws DataFileError when another process has it, or it is no database
 */
export function openDatabase(file: string | undefined): DatabaseSync {
  if (file === undefined) return new DatabaseSync(':memory:');
  try {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec('BEGIN IMMEDIATE; COMMIT');
    return database;
  } catch (cause) {
    throw new DataFileError({ file, cause });
  }
}
