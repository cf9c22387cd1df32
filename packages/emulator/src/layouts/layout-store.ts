import type { Org } from '../org/org.ts';
import { toBase62, toLongId } from '../org/record-id.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { defaultLayout } from './default-layout.ts';
import type { PageLayout } from './page-layout.ts';

/** A layout with the ids that answers name it by. */
export interface StoredLayout extends PageLayout {
  /** 18 characters, `00h…`. */
  readonly id: string;
  /** Of a section, by its place: 18 characters, `01B…`. */
  sectionId(index: number): string;
}

/** Which layout a profile sees; without a record type, for all that are not named. */
export interface LayoutAssignment {
  readonly profileId: string;
  readonly layout: string;
  readonly object: string;
  readonly recordTypeId: string | null;
}

/** The org's page layouts and who sees which, kept in its database. */
export interface LayoutStore {
  save(layout: PageLayout): void;
  remove(object: string, name: string): void;
  /** With its id and those who see it. */
  rename(object: string, from: string, to: string): void;
  /** A field of the object has another name from now on. */
  renameField(object: string, from: string, to: string): void;
  /** The object itself has. */
  renameObject(from: string, to: string): void;
  /** A deployed one, by the name that it has in its object. */
  has(object: string, name: string): boolean;
  assign(assignment: LayoutAssignment): void;
  /** What the profile is given, by object; `recordType` is its developer name, with its namespace. */
  assignments(profileId: string): { object: string; layout: string; recordType: string | null }[];
  /** Takes away what the profile is given. */
  unassign(profileId: string): void;
  /** The layout that a user of the profile sees. */
  assigned(object: ObjectDefinition, profileId: string, recordTypeId: string): StoredLayout;
}

/** Sections of one layout are at most this many. */
const SECTIONS = 1000;

export function layoutStore({ database, settings }: Pick<Org, 'database' | 'settings'>): LayoutStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __layout (
    number INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL COLLATE NOCASE,
    definition TEXT, UNIQUE (object, name)) STRICT`);
  database.exec(`CREATE TABLE IF NOT EXISTS __layout_assignment (
    profile_id TEXT NOT NULL, object TEXT NOT NULL COLLATE NOCASE, record_type_id TEXT NOT NULL, layout TEXT NOT NULL,
    PRIMARY KEY (profile_id, object, record_type_id)) STRICT`);
  const idOf = (prefix: string, number: number): string =>
    toLongId(`${prefix}${settings.get('instance') ?? '000'}${toBase62(62 ** 4 + number, 9)}`);

  /** The number of a layout's name; a default layout gets one when it is first looked at. */
  function numbered(object: string, name: string): number {
    database.prepare('INSERT OR IGNORE INTO __layout (object, name) VALUES (?, ?)').run(object, name);
    return Number(
      database.prepare('SELECT number FROM __layout WHERE object = ? AND name = ?').get(object, name)?.['number'],
    );
  }
  function stored(layout: PageLayout): StoredLayout {
    const number = numbered(layout.object, layout.name);
    return {
      ...layout,
      id: idOf('00h', number),
      sectionId: (index) => idOf('01B', number * SECTIONS + index),
    };
  }
  function deployed(object: string, name?: string): PageLayout | undefined {
    const row =
      name === undefined
        ? database
            .prepare(
              'SELECT definition FROM __layout WHERE object = ? AND definition IS NOT NULL ORDER BY number LIMIT 1',
            )
            .get(object)
        : database
            .prepare('SELECT definition FROM __layout WHERE object = ? AND name = ? AND definition IS NOT NULL')
            .get(object, name);
    return row && (JSON.parse(String(row['definition'])) as PageLayout);
  }
  function assignment(profileId: string, object: string, recordTypeId: string): string | undefined {
    const row = database
      .prepare(
        `SELECT layout FROM __layout_assignment WHERE profile_id = ? AND object = ? AND record_type_id IN (?, '')
         ORDER BY record_type_id DESC LIMIT 1`,
      )
      .get(profileId, object, recordTypeId);
    return row && String(row['layout']);
  }

  function allDeployed(object: string): PageLayout[] {
    return database
      .prepare('SELECT definition FROM __layout WHERE object = ? AND definition IS NOT NULL')
      .all(object)
      .map((row) => JSON.parse(String(row['definition'])) as PageLayout);
  }

  const store: LayoutStore = {
    save(layout) {
      database
        .prepare(
          `INSERT INTO __layout (object, name, definition) VALUES (?, ?, ?)
           ON CONFLICT (object, name) DO UPDATE SET definition = excluded.definition`,
        )
        .run(layout.object, layout.name, JSON.stringify(layout));
    },
    remove(object, name) {
      database.prepare('UPDATE __layout SET definition = NULL WHERE object = ? AND name = ?').run(object, name);
    },
    rename(object, from, to) {
      // A name that a removed or a default layout left behind gives way.
      database.prepare('DELETE FROM __layout WHERE object = ? AND name = ?').run(object, to);
      database
        .prepare(
          `UPDATE __layout SET name = ?, definition = json_set(definition, '$.name', ?) WHERE object = ? AND name = ?`,
        )
        .run(to, to, object, from);
      database
        .prepare('UPDATE __layout_assignment SET layout = ? WHERE object = ? AND layout = ?')
        .run(to, object, from);
    },
    renameField(object, from, to) {
      for (const layout of allDeployed(object)) {
        const sections = layout.sections.map((section) => ({
          ...section,
          columns: section.columns.map((column) =>
            column.map((item) => (item.kind === 'field' && item.field === from ? { ...item, field: to } : item)),
          ),
        }));
        store.save({ ...layout, sections });
      }
    },
    renameObject(from, to) {
      database
        .prepare(`UPDATE __layout SET object = ?, definition = json_set(definition, '$.object', ?) WHERE object = ?`)
        .run(to, to, from);
      database.prepare('UPDATE __layout_assignment SET object = ? WHERE object = ?').run(to, from);
    },
    has: (object, name) => deployed(object, name) !== undefined,
    assign({ profileId, object, recordTypeId, layout }) {
      database
        .prepare('INSERT OR REPLACE INTO __layout_assignment VALUES (?, ?, ?, ?)')
        .run(profileId, object, recordTypeId ?? '', layout);
    },
    assignments: (profileId) =>
      database
        .prepare(
          `SELECT a.object, a.layout, iif(r."NamespacePrefix" IS NULL, '', r."NamespacePrefix" || '__')
            || r."DeveloperName" AS type
          FROM __layout_assignment a LEFT JOIN "RecordType" r ON r."Id" = a.record_type_id
          WHERE a.profile_id = ? ORDER BY a.object, a.layout, type`,
        )
        .all(profileId)
        .map(({ object, layout, type }) => ({
          object: String(object),
          layout: String(layout),
          recordType: typeof type === 'string' ? type : null,
        })),
    unassign(profileId) {
      database.prepare('DELETE FROM __layout_assignment WHERE profile_id = ?').run(profileId);
    },
    assigned(object, profileId, recordTypeId) {
      const usual = defaultLayout(object);
      const name = assignment(profileId, object.name, recordTypeId) ?? usual.name;
      return stored(deployed(object.name, name) ?? deployed(object.name) ?? usual);
    },
  };
  return store;
}
