import type { SQLOutputValue } from 'node:sqlite';
import { addressParts, formatAddress, formatField } from './format-value.ts';
import type { ResolvedField } from './field-scope.ts';
import { quoteName } from './sql-fragment.ts';

export type ResultRow = Readonly<Record<string, SQLOutputValue>>;

/** The columns one SQL SELECT asks for; the same expression is asked for once. */
export interface SelectColumns {
  /** The name under which the expression's value is in each result row. */
  add(expression: string): string;
  /** `expression AS c0, …` */
  sql(): string;
}

export function createSelectColumns(): SelectColumns {
  const names = new Map<string, string>();
  return {
    add(expression) {
      const name = names.get(expression) ?? `c${names.size}`;
      names.set(expression, name);
      return name;
    },
    sql: () => [...names].map(([expression, name]) => `${expression} AS ${name}`).join(', '),
  };
}

/** Asks for what a field needs, and gives the function that reads its API value from a row. */
export function selectField(
  resolved: ResolvedField,
  columns: SelectColumns,
  apiVersion: string,
): (row: ResultRow) => unknown {
  const { field, object, alias } = resolved;
  if (field.type === 'address' && object && alias) {
    const parts = new Map(
      addressParts(object, field.name).map(({ name }) => [name, columns.add(`${alias}.${quoteName(name)}`)]),
    );
    return (row) => formatAddress(object, field.name, (part) => row[parts.get(part) ?? '']);
  }
  if (field.type === 'base64' && object && alias) {
    const present = columns.add(`CASE WHEN ${resolved.sql} IS NULL THEN NULL ELSE 1 END`);
    const id = columns.add(`${alias}."Id"`);
    return (row) => formatField(field, { object, row: { Id: row[id], [field.name]: row[present] }, apiVersion });
  }
  const column = columns.add(resolved.sql);
  const owner = object ?? NO_OBJECT;
  return (row) => formatField(field, { object: owner, row: { [field.name]: row[column] }, apiVersion });
}

/** A polymorphic parent's fields are plain values, which need no object to be printed. */
const NO_OBJECT = {
  name: 'Name',
  label: 'Name',
  labelPlural: 'Names',
  keyPrefix: null,
  custom: false,
  createable: false,
  updateable: false,
  deletable: false,
  queryable: false,
  fields: new Map(),
};
