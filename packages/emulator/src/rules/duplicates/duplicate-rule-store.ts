import type { Org } from '../../org/org.ts';
import type { DuplicateRule, MatchingRule } from './duplicate-rule.ts';

/** The org's matching and duplicate rules, kept in its database. */
export interface DuplicateRuleStore {
  saveMatchingRule(rule: MatchingRule): void;
  saveDuplicateRule(rule: DuplicateRule): void;
  removeMatchingRules(object: string): void;
  removeDuplicateRule(object: string, name: string): void;
  matchingRule(object: string, name: string): MatchingRule | undefined;
  /** In the order in which they run. */
  duplicateRules(): DuplicateRule[];
}

export function duplicateRuleStore({ database }: Pick<Org, 'database'>): DuplicateRuleStore {
  for (const table of ['__matching_rule', '__duplicate_rule']) {
    database.exec(`CREATE TABLE IF NOT EXISTS ${table} (
      object TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL,
      PRIMARY KEY (object, name)) STRICT`);
  }
  const save = (table: string, rule: MatchingRule | DuplicateRule): void => {
    database
      .prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?)`)
      .run(rule.object, rule.name, JSON.stringify(rule));
  };
  return {
    saveMatchingRule: (rule) => save('__matching_rule', rule),
    saveDuplicateRule: (rule) => save('__duplicate_rule', rule),
    removeMatchingRules(object) {
      database.prepare('DELETE FROM __matching_rule WHERE object = ?').run(object);
    },
    removeDuplicateRule(object, name) {
      database.prepare('DELETE FROM __duplicate_rule WHERE object = ? AND name = ?').run(object, name);
    },
    matchingRule(object, name) {
      const row = database
        .prepare('SELECT definition FROM __matching_rule WHERE object = ? AND name = ?')
        .get(object, name);
      return row && (JSON.parse(String(row['definition'])) as MatchingRule);
    },
    duplicateRules() {
      return database
        .prepare('SELECT definition FROM __duplicate_rule ORDER BY name')
        .all()
        .map((row) => JSON.parse(String(row['definition'])) as DuplicateRule)
        .toSorted((a, b) => a.sortOrder - b.sortOrder);
    },
  };
}
