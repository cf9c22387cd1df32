import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { refuseAggregate } from './compile-where.ts';
import type { OperandCheck } from './compile-where.ts';
import { ignoresCase, isSortable } from './field-abilities.ts';
import type { FieldScope } from './field-scope.ts';
import type { OrderItem } from './grammar/syntax-tree.ts';
import { operandOf } from './operand-of.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import { joinSql, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** One thing to sort by, with its direction. */
export interface OrderKey extends SqlFragment {
  readonly operand: Operand;
  /** Without the direction. */
  readonly key: SqlFragment;
  /** `DESC NULLS FIRST` */
  readonly direction: string;
}

/**
 * The ORDER BY clause. Nulls come first unless NULLS LAST; picklists sort by the order of their values in Setup; text
 * without regard to case. Source: SOQL and SOSL Reference, ORDER BY.
 */
export function compileOrder(
  items: readonly OrderItem[],
  scope: FieldScope,
  soql: string,
  check: OperandCheck = refuseAggregate,
): OrderKey[] {
  return items.map(({ by, descending, nulls }) => {
    const operand = operandOf(by, scope, soql);
    if (operand.label) throw new NotEmulatedError(`SOQL ORDER BY ${operand.written.text}`);
    if (by.kind === 'field' && !isSortable(operand.field)) {
      throw queryError({
        errorCode: 'INVALID_FIELD',
        text: `field '${operand.field.name}' can not be sorted in a query call`,
        soql,
        offset: operand.written.offset,
      });
    }
    check(operand);
    const key = sortKey(operand);
    const neverNull = operand.own && operand.column && !operand.field.nillable;
    // SQLite can read an index in its order only where nothing is said about nulls.
    const order = neverNull ? '' : ` NULLS ${nulls === 'last' ? 'LAST' : 'FIRST'}`;
    const direction = `${descending ? 'DESC' : 'ASC'}${order}`;
    return { text: `${key.text} ${direction}`, values: key.values, operand, key, direction };
  });
}

function sortKey(operand: Operand): SqlFragment {
  const { field, values } = operand;
  if (field.type === 'picklist' && !operand.aggregate && field.picklistValues?.length) {
    const places = joinSql(
      field.picklistValues.map(({ value }, index) => sql(`WHEN ? THEN ${index}`, value)),
      ' ',
    );
    const known = field.picklistValues.length;
    return {
      text: `CASE WHEN ${operand.sql} IS NULL THEN NULL ELSE CASE ${operand.sql} ${places.text} ELSE ${known} END END`,
      values: [...values, ...values, ...places.values],
    };
  }
  return { text: ignoresCase(field) && operand.column ? `${operand.sql} COLLATE NOCASE` : operand.sql, values };
}
