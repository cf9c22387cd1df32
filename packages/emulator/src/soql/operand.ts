import type { FieldDefinition } from '../schema/object-definition.ts';
import type { FieldScope, ResolvedField } from './field-scope.ts';
import type { Name } from './grammar/syntax-tree.ts';
import type { SqlValue } from './sql-fragment.ts';

/** The left side of a comparison, a thing to sort or group by: a field, or a function of one. */
export interface Operand {
  readonly sql: string;
  /** Of the `?` marks in `sql`. */
  readonly values: readonly SqlValue[];
  /** The field, or a description of what the function gives. */
  readonly field: FieldDefinition;
  readonly written: Name;
  readonly aggregate: boolean;
  /** A column of a table, which an index may serve. */
  readonly column: boolean;
  /** A column of the queried object itself. */
  readonly own: boolean;
  /** `GROUPING(x)`: 1 in the rows that are totals over x. */
  readonly groupingOf?: Operand;
  /** `toLabel(x)`: compared with labels, not values. */
  readonly label?: boolean;
}

export function fieldOperand(path: Name, scope: FieldScope): Operand {
  return columnOperand(scope.resolve(path));
}

export function columnOperand({ sql, field, written, object, parents }: ResolvedField): Operand {
  const column = object !== undefined;
  return { sql, values: [], field, written, aggregate: false, column, own: column && parents.length === 0 };
}
