import type { DatabaseSync } from 'node:sqlite';
import type { ObjectDefinition } from './object-definition.ts';
import { quote } from './quote.ts';

/** Where the number of each object's rows is kept: `total` with the deleted ones, `deleted` of them. */
export const ROW_COUNT_TABLE = '__row_count';

/**
 * Keeps the number of each object's rows, by triggers, so that it can be told without counting them. A table that was
 * filled before is counted once.
 */
export function prepareRowCounts(database: DatabaseSync, objects: readonly ObjectDefinition[]): void {
  database.exec(`CREATE TABLE IF NOT EXISTS ${ROW_COUNT_TABLE} (
    object TEXT PRIMARY KEY, total INTEGER NOT NULL, deleted INTEGER NOT NULL) STRICT, WITHOUT ROWID`);
  const triggers = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all();
  const kept = new Set(triggers.map(({ name }) => name));
  database.exec(
    objects
      .filter((object) => !kept.has(`${object.name}.inserted`))
      .map(rowCount)
      .join('\n'),
  );
}

function rowCount(object: ObjectDefinition): string {
  const table = quote(object.name);
  const name = `'${object.name.replaceAll("'", "''")}'`;
  const isDeleted = object.fields.has('IsDeleted');
  const deleted = (row: string): string => (isDeleted ? `(${row}."IsDeleted" IS 1)` : '0');
  const counted = `
    INSERT OR REPLACE INTO ${ROW_COUNT_TABLE} (object, total, deleted)
      SELECT ${name}, count(*), ${isDeleted ? `count(*) FILTER (WHERE "IsDeleted" IS 1)` : '0'} FROM ${table};
    CREATE TRIGGER ${quote(`${object.name}.inserted`)} AFTER INSERT ON ${table} BEGIN
      UPDATE ${ROW_COUNT_TABLE} SET total = total + 1, deleted = deleted + ${deleted('NEW')} WHERE object = ${name};
    END;
    CREATE TRIGGER ${quote(`${object.name}.removed`)} AFTER DELETE ON ${table} BEGIN
      UPDATE ${ROW_COUNT_TABLE} SET total = total - 1, deleted = deleted - ${deleted('OLD')} WHERE object = ${name};
    END;`;
  if (!isDeleted) return counted;
  return `${counted}
    CREATE TRIGGER ${quote(`${object.name}.deleted`)} AFTER UPDATE OF "IsDeleted" ON ${table}
      WHEN ${deleted('OLD')} <> ${deleted('NEW')} BEGIN
      UPDATE ${ROW_COUNT_TABLE} SET deleted = deleted + ${deleted('NEW')} - ${deleted('OLD')} WHERE object = ${name};
    END;`;
}
