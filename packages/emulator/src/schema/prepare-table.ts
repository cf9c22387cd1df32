import type { DatabaseSync } from 'node:sqlite';
import type { FieldDefinition, ObjectDefinition } from './object-definition.ts';
import { FORMULA_FUNCTION } from './formula-function-name.ts';
import { prepareRowCounts } from './prepare-row-count.ts';
import { quote } from './quote.ts';

export { quote } from './quote.ts';

/** What is known to be in the database: the table's text there tells whether a rollback took something of it back. */
interface Prepared {
  readonly object: ObjectDefinition;
  readonly table: string;
}

export interface Tables {
  /** Makes the objects' tables, or adds the columns and indexes that they lack. Cheap for those it has seen before. */
  prepare(objects: readonly ObjectDefinition[]): void;
}

export function createTables(database: DatabaseSync): Tables {
  const prepared = new Map<string, Prepared>();
  const tableTexts = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'");
  const columnNames = database.prepare('SELECT name FROM pragma_table_xinfo(?)');
  const read = (): Map<string, string> =>
    new Map(tableTexts.all().map((row) => [String(row['name']), String(row['sql'])]));

  return {
    prepare(objects) {
      const tables = read();
      const changed = objects.filter((object) => {
        const known = prepared.get(object.name);
        return known?.object !== object || known.table !== tables.get(object.name);
      });
      const statements = changed.flatMap((object) => [
        ...(tables.has(object.name)
          ? missingColumns(object, new Set(columnNames.all(object.name).map((row) => String(row['name']))))
          : [
              `CREATE TABLE ${quote(object.name)} (${columnsOf(object)
                .map((field) => toColumn(object, field))
                .join(', ')}) STRICT`,
            ]),
        ...indexes(object),
      ]);
      if (changed.length === 0) return;
      database.exec(['SAVEPOINT tables', ...statements, ''].join(';\n'));
      prepareRowCounts(database, changed);
      database.exec('RELEASE tables');
      const now = read();
      for (const object of changed) prepared.set(object.name, { object, table: now.get(object.name) ?? '' });
    },
  };
}

function columnsOf(object: ObjectDefinition): FieldDefinition[] {
  return [...object.fields.values()].filter((field) => !field.virtual);
}

function missingColumns(object: ObjectDefinition, existing: ReadonlySet<string>): string[] {
  return columnsOf(object)
    .filter((field) => !existing.has(field.name))
    .map((field) => `ALTER TABLE ${quote(object.name)} ADD COLUMN ${toColumn(object, field)}`);
}

function indexes(object: ObjectDefinition): string[] {
  return columnsOf(object)
    .filter(isSearchedBy)
    .map((field) => {
      const index = quote(`${object.name}.${field.name}`);
      return `CREATE INDEX IF NOT EXISTS ${index} ON ${quote(object.name)} ${indexed(field)}`;
    });
}

/** Rows without a value are in no index that is asked for values: there may be a million of them. */
function indexed({ name, nillable }: FieldDefinition): string {
  if (READ_BY.has(name)) return `(${quote(name)}, "Id")`;
  return nillable ? `(${quote(name)}) WHERE ${quote(name)} IS NOT NULL` : `(${quote(name)})`;
}

/** Dates that incremental reads go by; their index goes on with the id, so that it gives rows in one order. */
const READ_BY = new Set(['CreatedDate', 'SystemModstamp']);

/** What upserts, unique checks and queries look for, and the references that a deleted record is looked for in. */
function isSearchedBy(field: FieldDefinition): boolean {
  if (field.type === 'id') return false;
  return Boolean(
    field.searched ||
    field.unique ||
    field.externalId ||
    field.idLookup ||
    field.childRelationshipName ||
    field.nameField ||
    field.name === 'OwnerId' ||
    READ_BY.has(field.name) ||
    (field.type === 'reference' && field.createable && !field.referenceTo?.includes('User')),
  );
}

function toColumn(object: ObjectDefinition, field: FieldDefinition): string {
  const column = `${quote(field.name)} ${columnType(field)}`;
  if (!field.formula) return column;
  const computed = `${FORMULA_FUNCTION}('${object.name}', '${field.name}', "Id")`;
  return `${column.replace(' DEFAULT 0', '')} GENERATED ALWAYS AS (${computed}) VIRTUAL`;
}

function columnType(field: FieldDefinition): string {
  switch (field.type) {
    case 'id':
      return 'TEXT PRIMARY KEY';
    case 'reference':
    case 'date':
    case 'datetime':
      return 'TEXT';
    case 'boolean':
    case 'int':
      return field.type === 'boolean' ? 'INTEGER DEFAULT 0' : 'INTEGER';
    case 'double':
    case 'currency':
    case 'percent':
      return 'REAL';
    case 'base64':
      return 'BLOB';
    default:
      return field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
  }
}
