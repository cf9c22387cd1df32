import type { FieldType as SelectItem, GroupByClause, Query } from '@jetstreamapp/soql-parser-js';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { compileOrder } from './compile-order.ts';
import { compileWhere } from './compile-where.ts';
import { isGroupable } from './field-abilities.ts';
import type { FieldScope } from './field-scope.ts';
import { formatValue } from './format-value.ts';
import { fieldOperand, functionOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import { compileLimits } from './row-limits.ts';
import { createSelectColumns } from './select-columns.ts';
import type { ApiRecord } from './shape-records.ts';
import { locateName } from './source-text.ts';
import { joinSql, sql } from './sql-fragment.ts';
import { undeletedSql } from './statement.ts';
import type { Statement } from './statement.ts';

/** A SELECT with GROUP BY or aggregate functions, which gives AggregateResults. */
export function runAggregate(query: Query, scope: FieldScope, statement: Statement): ApiRecord[] {
  const { soql, context } = statement;
  const malformed = (text: string, name = '') =>
    queryError({ errorCode: 'MALFORMED_QUERY', text, soql, offset: name === '' ? -1 : locateName(soql, name) });

  const groups = groupOperands(query.groupBy, scope, soql);
  if (groups.length === 0 && query.limit !== undefined) {
    throw malformed('Non-grouped query that uses overall aggregate functions cannot also use LIMIT', 'LIMIT');
  }

  const requireGrouped = (operand: Operand, what: string) => {
    if (operand.aggregate || groups.some((group) => group.sql === operand.sql)) return;
    throw malformed(`${what} must be grouped or aggregated: ${operand.field.name}`, operand.written);
  };

  const columns = createSelectColumns();
  let unnamed = 0;
  const outputs = (query.fields ?? []).map((item) => {
    const { operand, alias } = selectedOperand(item, scope, soql);
    requireGrouped(operand, 'Field');
    const isFunction = item.type === 'FieldFunctionExpression';
    const name = alias ?? (isFunction ? `expr${unnamed++}` : operand.field.name);
    return { name, field: operand.field, column: columns.add(operand.sql) };
  });
  const repeated = outputs.find(({ name }, index) => outputs.findIndex((other) => other.name === name) !== index);
  if (repeated) throw malformed(`duplicate alias: ${repeated.name}`, repeated.name);

  const conditions = [sql(undeletedSql(scope, statement))];
  if (query.where) conditions.push(compileWhere(query.where, scope, statement));
  const where = joinSql(conditions, ' AND ');
  const having = query.having
    ? compileWhere(query.having, scope, statement, (operand) => requireGrouped(operand, 'Field'))
    : undefined;
  const order = joinSql(
    compileOrder(query.orderBy, scope, statement, (operand) => requireGrouped(operand, 'Ordered field')),
    ', ',
  );
  const limits = compileLimits(query.limit, query.offset);

  const text = [
    `SELECT ${columns.sql()} ${scope.fromSql()} WHERE ${where.text}`,
    groups.length > 0 ? `GROUP BY ${groups.map((group) => group.sql).join(', ')}` : '',
    having ? `HAVING ${having.text}` : '',
    order.text === '' ? '' : `ORDER BY ${order.text}`,
    limits.text,
  ].join(' ');
  const values = [...where.values, ...(having?.values ?? []), ...order.values, ...limits.values];
  return context.database
    .prepare(text)
    .all(...values)
    .map((row) => ({
      attributes: { type: 'AggregateResult' },
      ...Object.fromEntries(outputs.map(({ name, field, column }) => [name, formatValue(field, row[column])])),
    }));
}

function groupOperands(
  groupBy: GroupByClause | GroupByClause[] | undefined,
  scope: FieldScope,
  soql: string,
): Operand[] {
  const clauses = groupBy === undefined ? [] : Array.isArray(groupBy) ? groupBy : [groupBy];
  return clauses.map((clause) => {
    if ('fn' in clause) return functionOperand(clause.fn, scope, soql);
    const operand = fieldOperand(clause.field, scope, 'GROUP');
    if (isGroupable(operand.field)) return operand;
    throw queryError({
      errorCode: 'MALFORMED_QUERY',
      text: `field '${operand.field.name}' can not be grouped in a query call`,
      soql,
      offset: locateName(soql, operand.written, 'GROUP'),
    });
  });
}

function selectedOperand(
  item: SelectItem,
  scope: FieldScope,
  soql: string,
): { operand: Operand; alias: string | undefined } {
  const alias = 'alias' in item ? item.alias : undefined;
  switch (item.type) {
    case 'Field':
      return { operand: fieldOperand(item.field, scope), alias };
    case 'FieldRelationship':
      return { operand: fieldOperand([...item.relationships, item.field].join('.'), scope), alias };
    case 'FieldFunctionExpression':
      if (item.functionName.toUpperCase() === 'COUNT' && item.parameters.length === 0) {
        throw queryError({
          errorCode: 'MALFORMED_QUERY',
          text: 'Grouped query cannot use COUNT() without a field',
          soql,
          offset: locateName(soql, 'COUNT'),
        });
      }
      return { operand: functionOperand(item, scope, soql), alias };
    default:
      throw new NotEmulatedError('SOQL subqueries and TYPEOF in an aggregate query');
  }
}
