import type { DatabaseSync } from 'node:sqlite';
import type { OrgSettings } from '../org/org-settings.ts';
import type { FieldDefinition, ObjectDefinition, OrgSchema } from './object-definition.ts';
import { withPersonAccounts } from './person-accounts.ts';
import { createTables, quote } from './prepare-table.ts';
import { renameKeptField, renameKeptObject } from './rename-kept.ts';
import { createRevival, type KeptObject } from './revive-definition.ts';
import { createSchemaView } from './schema-view.ts';
import { standardObjects } from './standard-objects.ts';
import { toKeyPrefix } from './to-key-prefix.ts';

/** The org's schema and the ways it changes. What was added is kept in the org's database. */
export interface EditableOrgSchema extends OrgSchema {
  /** A custom object without a key prefix gets the org's next one. Added again, it is replaced and keeps its prefix. */
  addObject(definition: ObjectDefinition): void;
  /** Adds a field to an object, or replaces it. */
  addField(object: string, field: FieldDefinition): void;
  /** Takes a custom object and its records away. */
  removeObject(name: string): void;
  /** Takes a field that was added, or one of a custom object, and its values away. */
  removeField(object: string, field: string): void;
  /** Gives a custom field another name; its values stay. */
  renameField(object: string, from: string, to: string): void;
  /** Gives a custom object another name; its records and its key prefix stay. */
  renameObject(from: string, to: string): void;
  /** After record types were added, so that `RecordTypeId` appears. */
  refresh(): void;
  /** Hides or shows ContentNote, as Setup → Notes Settings does. */
  setNotesEnabled(enabled: boolean): void;
  /** Gives Account, Contact and RecordType the fields of person accounts, for good. */
  enablePersonAccounts(): void;
  /** When the schema last changed, to the second. */
  modifiedAt(): Date;
  /** Grows with every change. */
  version(): number;
}

export interface OrgSchemaOptions {
  readonly database: DatabaseSync;
  readonly settings: OrgSettings;
  readonly clock: () => Date;
  readonly changed: () => void;
}

export function createOrgSchema({ database, settings, clock, changed }: OrgSchemaOptions): EditableOrgSchema {
  database.exec(`CREATE TABLE IF NOT EXISTS __object (
    position INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL) STRICT`);
  database.exec(`CREATE TABLE IF NOT EXISTS __field (
    position INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    UNIQUE (object, name)) STRICT`);
  const saveObject = database.prepare(`INSERT INTO __object (name, definition) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`);
  const saveField = database.prepare(`INSERT INTO __field (object, name, definition) VALUES (?, ?, ?)
    ON CONFLICT (object, name) DO UPDATE SET definition = excluded.definition`);

  const keptObjects = database.prepare('SELECT name, definition FROM __object ORDER BY position');
  const keptFields = database.prepare('SELECT object, definition FROM __field ORDER BY position');
  const tables = createTables(database);
  const revive = createRevival();

  let version = 0;
  let view: OrgSchema | undefined;

  const load = (): OrgSchema => {
    const all = [...standardObjects];
    for (const row of keptObjects.all()) all.push(revive.object(String(row['name']), String(row['definition'])));
    const added = new Map<string, string[]>();
    for (const row of keptFields.all()) {
      const object = String(row['object']);
      added.set(object, [...(added.get(object) ?? []), String(row['definition'])]);
    }
    const extended = all.map((object) => revive.withFields(object, added.get(object.name) ?? []));
    const stored = settings.get('personAccounts') === 'true' ? withPersonAccounts(extended) : extended;
    // A new column of a formula is computed for the rows that are there: to be checked, not kept.
    view = createSchemaView([]);
    try {
      tables.prepare(stored);
    } finally {
      view = undefined;
    }

    const withRecordTypes = new Set(
      database
        .prepare('SELECT DISTINCT "SobjectType" AS name FROM "RecordType"')
        .all()
        .map((row) => String(row['name']).toLowerCase()),
    );
    const namesOf = (kind: 'linkable' | 'activities'): readonly string[] =>
      stored
        .filter((object) => object[kind])
        .map((object) => object.name)
        .toSorted();
    const targets = { linkable: namesOf('linkable'), activities: namesOf('activities') };
    const isDevHub = /"devHub":true/.test(settings.get('identity') ?? '');
    const notesEnabled = settings.get('notesEnabled') !== 'false';
    const visible = stored
      .filter((object) => notesEnabled || object.name !== 'ContentNote')
      .filter((object) => isDevHub || object.name !== 'ScratchOrgInfo')
      .map((object) => toVisible(object, { hasRecordTypes: withRecordTypes.has(object.name.toLowerCase()), targets }));
    return createSchemaView(visible);
  };
  const current = (): OrgSchema => (view ??= load());
  const change = (): void => {
    view = undefined;
    version += 1;
    settings.set('schemaModifiedAt', clock().toISOString());
    changed();
  };

  settings.getOrSet('schemaModifiedAt', () => clock().toISOString());

  return {
    object: (name) => current().object(name),
    objects: () => current().objects(),
    field: (object, field) => current().field(object, field),
    objectOfPrefix: (keyPrefix) => current().objectOfPrefix(keyPrefix),
    version: () => version,
    modifiedAt: () => new Date(settings.get('schemaModifiedAt') ?? clock()),
    addObject(definition) {
      const known = current().object(definition.name);
      const custom = current()
        .objects()
        .filter((object) => object.custom).length;
      const keyPrefix = definition.keyPrefix ?? known?.keyPrefix ?? toKeyPrefix(custom);
      const { fields, ...rest } = { ...definition, keyPrefix };
      saveObject.run(definition.name, JSON.stringify({ ...rest, fields: [...fields.values()] }));
      change();
    },
    addField(object, field) {
      saveField.run(object, field.name, JSON.stringify(field));
      change();
    },
    removeObject(name) {
      database.prepare('DELETE FROM __object WHERE name = ?').run(name);
      database.prepare('DELETE FROM __field WHERE object = ?').run(name);
      database.exec(`DROP TABLE ${quote(name)}`);
      change();
    },
    removeField(name, field) {
      const object = current().object(name);
      if (!object) return;
      database.prepare('DELETE FROM __field WHERE object = ? AND name = ?').run(object.name, field);
      const row = database.prepare('SELECT definition FROM __object WHERE name = ?').get(object.name);
      if (row) {
        const kept = JSON.parse(String(row['definition'])) as KeptObject;
        const fields = kept.fields.filter((candidate) => candidate.name !== field);
        saveObject.run(object.name, JSON.stringify({ ...kept, fields }));
      }
      database.exec(`DROP INDEX IF EXISTS ${quote(`${object.name}.${field}`)}`);
      database.exec(`ALTER TABLE ${quote(object.name)} DROP COLUMN ${quote(field)}`);
      change();
    },
    renameField(name, from, to) {
      const object = current().object(name);
      if (!object?.fields.has(from)) return;
      renameKeptField(database, { object, from, to });
      change();
    },
    renameObject(from, to) {
      const object = current().object(from);
      if (!object) return;
      renameKeptObject(database, object, to);
      change();
    },
    refresh: change,
    enablePersonAccounts() {
      settings.set('personAccounts', 'true');
      change();
    },
    setNotesEnabled(enabled) {
      settings.set('notesEnabled', String(enabled));
      change();
    },
  };
}

function toVisible(
  object: ObjectDefinition,
  org: {
    readonly hasRecordTypes: boolean;
    readonly targets: Readonly<Record<'linkable' | 'activities', readonly string[]>>;
  },
): ObjectDefinition {
  const all = [...object.fields.values()];
  if (!all.some((field) => field.onlyWithRecordTypes || field.references)) return object;
  const fields = new Map<string, FieldDefinition>();
  for (const field of all) {
    if (field.onlyWithRecordTypes && !org.hasRecordTypes) continue;
    fields.set(field.name, field.references ? { ...field, referenceTo: org.targets[field.references] } : field);
  }
  return { ...object, fields };
}
