import type { StatementSync } from 'node:sqlite';
import type { Statements } from '../org/statements.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { quote } from '../schema/prepare-table.ts';
import type { StoredRecord, StoredValue } from './stored-record.ts';

/** Rows of the objects' tables, without any rule of Salesforce's. */
export interface RecordStore {
  insert(object: string, record: StoredRecord): void;
  update(object: string, id: string, changes: StoredRecord): void;
  /** For objects without a recycle bin. */
  remove(object: string, id: string): void;
  /** Without reading the row. */
  stateOf(object: ObjectDefinition, id: string): 'there' | 'deleted' | 'missing';
  /** Deleted rows included. */
  find(object: string, id: string): StoredRecord | undefined;
  /** Rows that are not deleted, oldest first; compared as the column's collation does. */
  findBy(object: ObjectDefinition, field: string, value: StoredValue): StoredRecord[];
  /** Every row that is not deleted, oldest first. */
  all(object: ObjectDefinition): StoredRecord[];
  count(object: ObjectDefinition): number;
}

const KEPT_SHAPES = 500;

export interface RecordStoreOptions {
  readonly statements: Statements;
  /** Told which object's row is about to change. */
  readonly beforeChange?: (object: string) => void;
}

export function createRecordStore({ statements, beforeChange = () => undefined }: RecordStoreOptions): RecordStore {
  const rows = (statement: StatementSync, ...values: StoredValue[]): StoredRecord[] =>
    statement.all(...values).map((row) => row as StoredRecord);

  /** SQL by object and names of the columns, which a client repeats. */
  const inserts = new Map<string, string>();

  return {
    insert(object, record) {
      beforeChange(object);
      const names = Object.keys(record);
      const shape = `${object} ${names.join(' ')}`;
      let sql = inserts.get(shape);
      if (sql === undefined) {
        sql = `INSERT INTO ${quote(object)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
        if (inserts.size >= KEPT_SHAPES) inserts.clear();
        inserts.set(shape, sql);
      }
      statements.prepare(sql).run(...Object.values(record));
    },
    update(object, id, changes) {
      const names = Object.keys(changes);
      if (names.length === 0) return;
      beforeChange(object);
      const sql = `UPDATE ${quote(object)} SET ${names.map((name) => `${quote(name)} = ?`).join(', ')} WHERE "Id" = ?`;
      statements.prepare(sql).run(...Object.values(changes), id);
    },
    remove(object, id) {
      beforeChange(object);
      statements.prepare(`DELETE FROM ${quote(object)} WHERE "Id" = ?`).run(id);
    },
    stateOf(object, id) {
      const isDeleted = object.fields.has('IsDeleted') ? '"IsDeleted"' : '0';
      const row = statements
        .prepare(`SELECT ${isDeleted} AS deleted FROM ${quote(object.name)} WHERE "Id" = ?`)
        .get(id);
      if (!row) return 'missing';
      return row['deleted'] === 1 ? 'deleted' : 'there';
    },
    find(object, id) {
      const row = statements.prepare(`SELECT * FROM ${quote(object)} WHERE "Id" = ?`).get(id);
      return row as StoredRecord | undefined;
    },
    findBy(object, field, value) {
      const sql = `SELECT * FROM ${quote(object.name)} WHERE ${quote(field)} = ?${andNotDeleted(object)} ORDER BY "Id"`;
      return rows(statements.prepare(sql), value);
    },
    all(object) {
      const where = object.fields.has('IsDeleted') ? ' WHERE "IsDeleted" = 0' : '';
      return rows(statements.prepare(`SELECT * FROM ${quote(object.name)}${where} ORDER BY "Id"`));
    },
    count(object) {
      const where = object.fields.has('IsDeleted') ? ' WHERE "IsDeleted" = 0' : '';
      const row = statements.prepare(`SELECT count(*) AS n FROM ${quote(object.name)}${where}`).get();
      return Number(row?.['n']);
    },
  };
}

/** Looks at the definition: not every object has a recycle bin. */
function andNotDeleted(object: ObjectDefinition): string {
  return object.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
}

/** The columns of an object: what is not put together when read. */
export function storedFields(object: ObjectDefinition): FieldDefinition[] {
  return [...object.fields.values()].filter((field) => !field.virtual);
}
