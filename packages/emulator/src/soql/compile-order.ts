import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import type { OperandCheck } from './compile-where.ts';
import { ignoresCase, isSortable } from './field-abilities.ts';
import type { FieldScope } from './field-scope.ts';
import { fieldOperand, functionOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import { locateName } from './source-text.ts';
import { joinSql, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import type { Statement } from './statement.ts';

/**
 * The ORDER BY clause. Nulls come first unless NULLS LAST; picklists sort by the order of their values in Setup; text
 * without regard to case. Source: SOQL and SOSL Reference, ORDER BY.
 */
export function compileOrder(
  clauses: OrderByClause | readonly OrderByClause[] | undefined,
  scope: FieldScope,
  statement: Statement,
  check: OperandCheck = () => undefined,
): SqlFragment[] {
  if (clauses === undefined) return [];
  const list: readonly OrderByClause[] = Array.isArray(clauses) ? clauses : [clauses as OrderByClause];
  return list.map((clause) => {
    const operand =
      'fn' in clause ? functionOperand(clause.fn, scope, statement.soql) : fieldOperand(clause.field, scope, 'ORDER');
    if (!('fn' in clause) && !isSortable(operand.field)) {
      throw queryError({
        errorCode: 'INVALID_FIELD',
        text: `field '${operand.field.name}' can not be sorted in a query call`,
        soql: statement.soql,
        offset: locateName(statement.soql, operand.written, 'ORDER'),
      });
    }
    check(operand);
    const key = sortKey(operand);
    return { text: `${key.text} ${clause.order ?? 'ASC'} NULLS ${clause.nulls ?? 'FIRST'}`, values: key.values };
  });
}

function sortKey(operand: Operand): SqlFragment {
  const { field } = operand;
  if (field.type === 'picklist' && !operand.aggregate && field.picklistValues?.length) {
    const places = joinSql(
      field.picklistValues.map(({ value }, index) => sql(`WHEN ? THEN ${index}`, value)),
      ' ',
    );
    const known = field.picklistValues.length;
    return {
      text: `CASE WHEN ${operand.sql} IS NULL THEN NULL ELSE CASE ${operand.sql} ${places.text} ELSE ${known} END END`,
      values: places.values,
    };
  }
  return sql(ignoresCase(field) ? `${operand.sql} COLLATE NOCASE` : operand.sql);
}
