import type { SQLOutputValue } from 'node:sqlite';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { addressParts, formatAddress, formatDateTime } from './format-value.ts';
import type { ResolvedField } from './field-scope.ts';
import type { QueryRun } from './query-run.ts';
import { joinSql, quoteName, sql } from './sql-fragment.ts';
import type { SqlFragment, SqlValue } from './sql-fragment.ts';

/** The values of a row, in the order of the columns. */
export type ResultRow = readonly SQLOutputValue[];

/** Reads one value from a row, as the API prints it. */
export type ReadValue = (row: ResultRow, run: QueryRun) => unknown;

/** The columns one SQL SELECT asks for; the same expression is asked for once. */
export interface SelectColumns {
  /** The place of the expression's value in each result row. */
  add(expression: string, values?: readonly SqlValue[]): number;
  /** `expression, …` */
  sql(): SqlFragment;
}

export function createSelectColumns(): SelectColumns {
  const places = new Map<string, number>();
  const expressions: SqlFragment[] = [];
  return {
    add(expression, values = []) {
      const known = values.length === 0 ? places.get(expression) : undefined;
      if (known !== undefined) return known;
      const place = expressions.push(sql(expression, ...values)) - 1;
      if (values.length === 0) places.set(expression, place);
      return place;
    },
    sql: () => joinSql(expressions, ', '),
  };
}

/** Asks for what a field needs, and gives the function that reads its API value from a row. */
export function selectField(resolved: ResolvedField, columns: SelectColumns, apiVersion: string): ReadValue {
  const { field, object, alias } = resolved;
  if (field.type === 'address' && object && alias) return selectAddress(field, object, alias, columns);
  if (field.type === 'base64' && object && alias) {
    const present = columns.add(`${resolved.sql} IS NOT NULL`);
    const id = columns.add(`${alias}."Id"`);
    const path = `/services/data/v${apiVersion}/sobjects/${object.name}`;
    return (row) => (row[present] === 1 ? `${path}/${String(row[id])}/${field.name}` : null);
  }
  return readerOf(field, columns.add(resolved.sql));
}

/** How a plain value of the field's type is read. */
export function readerOf(field: FieldDefinition, column: number): ReadValue {
  if (field.type === 'boolean') return (row) => row[column] === 1;
  if (field.type === 'datetime') {
    return (row) => {
      const value = row[column];
      return typeof value === 'string' ? formatDateTime(value) : null;
    };
  }
  return (row) => row[column] ?? null;
}

function selectAddress(
  field: FieldDefinition,
  object: ObjectDefinition,
  alias: string,
  columns: SelectColumns,
): ReadValue {
  const parts = new Map(
    addressParts(object, field.name).map(({ name }) => [name, columns.add(`${alias}.${quoteName(name)}`)]),
  );
  return (row) => formatAddress(object, field.name, (part) => row[parts.get(part) ?? -1]);
}
