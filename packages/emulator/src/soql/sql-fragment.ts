import type { SQLInputValue } from 'node:sqlite';
import type { QueryRun } from './query-run.ts';
import type { RowWindow } from './rows-query.ts';

/** A value for a `?` mark; a function where it is known only when the query runs (what TODAY is, who asks). */
export type SqlValue = SQLInputValue | ((run: QueryRun) => SQLInputValue);

/** A piece of SQL with the values of its `?` marks, in order. */
export interface SqlFragment {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export function sql(text: string, ...values: SqlValue[]): SqlFragment {
  return { text, values };
}

export function joinSql(parts: readonly SqlFragment[], separator: string): SqlFragment {
  return { text: parts.map((part) => part.text).join(separator), values: parts.flatMap((part) => part.values) };
}

/** Written out: SQLite plans a statement whose LIMIT is a `?` mark anew each time that a value is bound to it. */
export function limitSql({ limit = -1, offset = 0 }: RowWindow): string {
  return `LIMIT ${limit} OFFSET ${offset}`;
}

/** The values to run with. */
export function bind(values: readonly SqlValue[], run: QueryRun): SQLInputValue[] {
  return values.map((value) => (typeof value === 'function' ? value(run) : value));
}

/** Conditions joined by AND or OR; as a balanced tree, since SQLite limits how deep an expression may be. */
export function joinConditions(parts: readonly SqlFragment[], operator: 'AND' | 'OR'): SqlFragment {
  const [only] = parts;
  if (!only) return sql(operator === 'AND' ? 'TRUE' : 'FALSE');
  if (parts.length === 1) return only;
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)].map((half) => joinConditions(half, operator));
  const joined = joinSql(halves, ` ${operator} `);
  return { text: `(${joined.text})`, values: joined.values };
}

/**
 * A condition's opposite. SOQL has no third value: what is not true is false, so `NOT Industry = 'Media'` finds the rows
 * without an industry too.
 */
export function negate({ text, values }: SqlFragment): SqlFragment {
  return { text: `(${text}) IS NOT TRUE`, values };
}

/** A table or column name, quoted for SQLite. Names come from the schema, never from the query's text. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
