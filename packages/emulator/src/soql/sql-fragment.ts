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

/** Conditions joined by AND or OR; as a balanced tree, since SQLite limits how deep an expression may be. */
export function joinConditions(parts: readonly SqlFragment[], operator: 'AND' | 'OR'): SqlFragment {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)].map((half) => joinConditions(half, operator));
  const joined = joinSql(halves, ` ${operator} `);
  return { text: `(${joined.text})`, values: joined.values };
}

/** A table or column name, quoted for SQLite. Names come from the schema, never from the query's text. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
