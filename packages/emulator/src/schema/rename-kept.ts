import type { DatabaseSync } from 'node:sqlite';
import { ROW_COUNT_TABLE } from './prepare-row-count.ts';
import { quote } from './quote.ts';
import type { FieldDefinition, ObjectDefinition } from './object-definition.ts';
import type { KeptObject } from './revive-definition.ts';

export interface RenameKeptField {
  readonly object: ObjectDefinition;
  readonly from: string;
  readonly to: string;
}

/**
 * Gives a field another name in its table and in what is kept of the schema. A lookup's relationship is named after it, a
 * picklist that depends on it follows. A formula's column is left out: it is made anew.
 */
export function renameKeptField(database: DatabaseSync, { object, from, to }: RenameKeptField): void {
  const field = object.fields.get(from);
  database.exec(`DROP INDEX IF EXISTS ${quote(`${object.name}.${from}`)}`);
  database.exec(
    field?.formula
      ? `ALTER TABLE ${quote(object.name)} DROP COLUMN ${quote(from)}`
      : `ALTER TABLE ${quote(object.name)} RENAME COLUMN ${quote(from)} TO ${quote(to)}`,
  );
  database.prepare('UPDATE __field SET name = ? WHERE object = ? AND name = ?').run(to, object.name, from);
  changeKeptFields(database, (each, of) => (of === object.name ? renamed(each, from, to) : each));
}

function renamed(field: FieldDefinition, from: string, to: string): FieldDefinition {
  if (field.controllerName === from) return { ...field, controllerName: to };
  if (field.name !== from) return field;
  return {
    ...field,
    name: to,
    ...(field.relationshipName !== undefined && { relationshipName: to.replace(/__c$/, '__r') }),
  };
}

/**
 * Gives an object another name in its table and in what is kept of the schema; fields that refer to it follow. What is
 * made anew for the new name is left out: columns of formulas, indexes and triggers.
 */
export function renameKeptObject(database: DatabaseSync, object: ObjectDefinition, to: string): void {
  const from = object.name;
  for (const { name, formula } of object.fields.values()) {
    database.exec(`DROP INDEX IF EXISTS ${quote(`${from}.${name}`)}`);
    if (formula) database.exec(`ALTER TABLE ${quote(from)} DROP COLUMN ${quote(name)}`);
  }
  const triggers = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`)
    .all(from)
    .map(({ name }) => String(name));
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${quote(trigger)}`);
  database.exec(`ALTER TABLE ${quote(from)} RENAME TO ${quote(to)}`);
  database
    .prepare(`UPDATE __object SET name = ?, definition = json_set(definition, '$.name', ?) WHERE name = ?`)
    .run(to, to, from);
  database.prepare('UPDATE __field SET object = ? WHERE object = ?').run(to, from);
  database.prepare(`DELETE FROM ${ROW_COUNT_TABLE} WHERE object = ?`).run(from);
  changeKeptFields(database, (field) =>
    field.referenceTo?.includes(from)
      ? { ...field, referenceTo: field.referenceTo.map((target) => (target === from ? to : target)) }
      : field,
  );
}

/** @param change what becomes of a field of the object that is named */
function changeKeptFields(
  database: DatabaseSync,
  change: (field: FieldDefinition, object: string) => FieldDefinition,
): void {
  const saveField = database.prepare('UPDATE __field SET definition = ? WHERE position = ?');
  for (const { position = null, object, definition } of database.prepare('SELECT * FROM __field').all()) {
    const field = JSON.parse(String(definition)) as FieldDefinition;
    const changed = change(field, String(object));
    if (changed !== field) saveField.run(JSON.stringify(changed), position);
  }
  const saveObject = database.prepare('UPDATE __object SET definition = ? WHERE position = ?');
  for (const { position = null, name, definition } of database.prepare('SELECT * FROM __object').all()) {
    const kept = JSON.parse(String(definition)) as KeptObject;
    const fields = kept.fields.map((field) => change(field, String(name)));
    if (fields.some((field, index) => field !== kept.fields[index])) {
      saveObject.run(JSON.stringify({ ...kept, fields }), position);
    }
  }
}
