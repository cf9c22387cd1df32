import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataFileError } from '../org/data-file-error.ts';
import { openDatabase } from '../org/open-database.ts';

/** Where the databases of a host's orgs are kept: each in a file of its own, or all in memory. */
export interface OrgFiles {
  /** The databases that are there, in no particular order. @throws DataFileError */
  openAll(): DatabaseSync[];
  /** A new database for the first org or for a further one. */
  create(orgId: string, place: 'first' | 'further'): DatabaseSync;
  /** A database for this org with everything that is in another one, in place of the one that it has had, which must be closed. */
  copy(source: DatabaseSync, orgId: string): DatabaseSync;
  remove(orgId: string): void;
  /** Where snapshots are kept; undefined: in memory. */
  readonly snapshots: string | undefined;
}

const ENDING = '.sqlite';

/**
 * @param data a directory (one that exists, or a path that ends with a slash): each org in a file named by its id. A file:
 *   the first org is in it, others in the directory `<file>.orgs`. Undefined: in memory.
 */
export function createOrgFiles(data: string | undefined): OrgFiles {
  if (data === undefined) {
    return {
      openAll: () => [],
      create: () => openDatabase(undefined),
      copy: (source) => copyToMemory(source),
      remove: () => undefined,
      snapshots: undefined,
    };
  }
  const isDirectory = /[/\\]$/.test(data) || (existsSync(data) && statSync(data).isDirectory());
  const directory = isDirectory ? data : `${data}.orgs`;
  const firstFile = isDirectory ? undefined : data;
  const paths = new Map<string, string>();

  const open = (file: string): DatabaseSync => {
    const database = openDatabase(file);
    paths.set(orgIdIn(database, file), file);
    return database;
  };
  const pathOf = (orgId: string): string => paths.get(orgId) ?? join(directory, `${orgId}${ENDING}`);
  const prepare = (orgId: string, place: 'first' | 'further'): string => {
    const file = place === 'first' && firstFile !== undefined ? firstFile : pathOf(orgId);
    if (file !== firstFile) makeDirectory(directory);
    paths.set(orgId, file);
    return file;
  };

  return {
    snapshots: isDirectory ? join(data, 'snapshots') : `${data}.snapshots`,
    openAll() {
      const further = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(ENDING)) : [];
      const files = further.map((name) => join(directory, name));
      if (firstFile !== undefined && existsSync(firstFile)) files.unshift(firstFile);
      return files.map(open);
    },
    create: (orgId, place) => openDatabase(prepare(orgId, place)),
    copy(source, orgId) {
      const file = prepare(orgId, 'further');
      const fresh = `${file}.${randomUUID()}`;
      source.prepare('VACUUM INTO ?').run(fresh);
      removeFile(file);
      renameSync(fresh, file);
      return openDatabase(file);
    },
    remove(orgId) {
      removeFile(pathOf(orgId));
      paths.delete(orgId);
    },
  };
}

/** Named memory of SQLite's, which another connection of this process can write into. */
export function copyToMemory(source: DatabaseSync): DatabaseSync {
  const name = `file:/${randomUUID()}?vfs=memdb`;
  const copy = new DatabaseSync(name);
  source.prepare('VACUUM INTO ?').run(name);
  return copy;
}

function orgIdIn(database: DatabaseSync, file: string): string {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__setting'`).get();
  const row = table && database.prepare(`SELECT value FROM __setting WHERE name = 'orgId'`).get();
  return typeof row?.['value'] === 'string' ? row['value'] : file;
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw new DataFileError({ file: directory, cause });
  }
}

function removeFile(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}
