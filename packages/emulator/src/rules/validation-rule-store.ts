import type { SQLOutputValue } from 'node:sqlite';
import type { Org } from '../org/org.ts';

/** A rule as an administrator wrote it. */
export interface ValidationRule {
  readonly object: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly formula: string;
  readonly message: string;
  /** Beside which the error is shown; null: at the top of the page. */
  readonly displayField: string | null;
  /** Of the package that brought it. */
  readonly namespace: string | null;
}

/** The org's validation rules, kept in its database. */
export interface ValidationRuleStore {
  save(rule: ValidationRule): void;
  remove(object: string, name: string): void;
  rename(object: string, from: string, to: string): void;
  /** The object has another name from now on. */
  renameObject(from: string, to: string): void;
  /** By name. */
  ofObject(object: string): ValidationRule[];
  all(): ValidationRule[];
}

export function validationRuleStore({ database }: Pick<Org, 'database'>): ValidationRuleStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __validation_rule (
    object TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL COLLATE NOCASE, is_active INTEGER NOT NULL,
    formula TEXT NOT NULL, message TEXT NOT NULL, display_field TEXT, namespace TEXT, PRIMARY KEY (object, name)) STRICT`);
  return {
    save({ object, name, isActive, formula, message, displayField, namespace }) {
      database
        .prepare('INSERT OR REPLACE INTO __validation_rule VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(object, name, Number(isActive), formula, message, displayField, namespace);
    },
    remove(object, name) {
      database.prepare('DELETE FROM __validation_rule WHERE object = ? AND name = ?').run(object, name);
    },
    rename(object, from, to) {
      database.prepare('UPDATE __validation_rule SET name = ? WHERE object = ? AND name = ?').run(to, object, from);
    },
    renameObject(from, to) {
      database.prepare('UPDATE __validation_rule SET object = ? WHERE object = ?').run(to, from);
    },
    ofObject(object) {
      return database.prepare('SELECT * FROM __validation_rule WHERE object = ? ORDER BY name').all(object).map(toRule);
    },
    all: () => database.prepare('SELECT * FROM __validation_rule ORDER BY object, name').all().map(toRule),
  };
}

function toRule(row: Readonly<Record<string, SQLOutputValue>>): ValidationRule {
  return {
    object: String(row['object']),
    name: String(row['name']),
    isActive: row['is_active'] === 1,
    formula: String(row['formula']),
    message: String(row['message']),
    displayField: typeof row['display_field'] === 'string' ? row['display_field'] : null,
    namespace: typeof row['namespace'] === 'string' ? row['namespace'] : null,
  };
}
