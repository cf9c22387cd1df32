import type { SQLInputValue } from 'node:sqlite';

/** A piece of SQL with the values of its `?` marks, in order. */
export interface SqlFragment {
  readonly text: string;
  readonly values: readonly SQLInputValue[];
}

export function sql(text: string, ...values: SQLInputValue[]): SqlFragment {
  return { text, values };
}

export function joinSql(parts: readonly SqlFragment[], separator: string): SqlFragment {
  return { text: parts.map((part) => part.text).join(separator), values: parts.flatMap((part) => part.values) };
}

/** A table or column name, quoted for SQLite. Names come from the schema, never from the query's text. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
