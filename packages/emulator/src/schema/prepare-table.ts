import type { DatabaseSync } from 'node:sqlite';
import type { FieldDefinition, ObjectDefinition } from './object-definition.ts';
import { FORMULA_FUNCTION } from './formula-function-name.ts';
import { prepareRowCount } from './prepare-row-count.ts';
import { quote } from './quote.ts';

export { quote } from './quote.ts';

/** Makes the object's table, or adds the columns and indexes that it lacks. */
export function prepareTable(database: DatabaseSync, object: ObjectDefinition): void {
  const columns = [...object.fields.values()].filter((field) => !field.virtual);
  const existing = new Set(
    database
      .prepare('SELECT name FROM pragma_table_xinfo(?)')
      .all(object.name)
      .map((row) => String(row['name'])),
  );
  if (existing.size === 0) {
    database.exec(
      `CREATE TABLE ${quote(object.name)} (${columns.map((field) => toColumn(object, field)).join(', ')}) STRICT`,
    );
  } else {
    for (const field of columns.filter((column) => !existing.has(column.name))) {
      database.exec(`ALTER TABLE ${quote(object.name)} ADD COLUMN ${toColumn(object, field)}`);
    }
  }
  for (const field of columns.filter(isSearchedBy)) {
    const index = quote(`${object.name}.${field.name}`);
    database.exec(`CREATE INDEX IF NOT EXISTS ${index} ON ${quote(object.name)} ${indexed(field)}`);
  }
  prepareRowCount(database, object);
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
