import type { Org } from '../../org/org.ts';

/** What a profile says about things that have no effect here, e.g. a tab. */
export interface ProfileExtra {
  /** The element, e.g. `tabVisibilities`. */
  readonly element: string;
  /** What it is about, e.g. `Region__c`. */
  readonly name: string;
  /** Texts by element, in their order. */
  readonly content: Readonly<Record<string, string>>;
}

export interface ProfileExtras {
  /** By element and name. */
  of(profileId: string): ProfileExtra[];
  save(profileId: string, extra: ProfileExtra): void;
  remove(profileId: string): void;
  /** The tab of an object that has another name from now on. */
  renameTab(from: string, to: string): void;
}

/** Kept so that they are retrieved again. */
export function profileExtras({ database }: Pick<Org, 'database'>): ProfileExtras {
  database.exec(`CREATE TABLE IF NOT EXISTS __profile_extra (
    profile_id TEXT NOT NULL, element TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (profile_id, element, name)) STRICT`);
  return {
    of: (profileId) =>
      database
        .prepare('SELECT * FROM __profile_extra WHERE profile_id = ? ORDER BY element, name')
        .all(profileId)
        .map((row) => ({
          element: String(row['element']),
          name: String(row['name']),
          content: JSON.parse(String(row['content'])) as Record<string, string>,
        })),
    save(profileId, { element, name, content }) {
      database
        .prepare('INSERT OR REPLACE INTO __profile_extra VALUES (?, ?, ?, ?)')
        .run(profileId, element, name, JSON.stringify(content));
    },
    remove(profileId) {
      database.prepare('DELETE FROM __profile_extra WHERE profile_id = ?').run(profileId);
    },
    renameTab(from, to) {
      database
        .prepare(
          `UPDATE __profile_extra SET name = ?, content = json_set(content, '$.tab', ?)
          WHERE element = 'tabVisibilities' AND name = ?`,
        )
        .run(to, to, from);
    },
  };
}
