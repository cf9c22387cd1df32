import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { isAggregate } from './aggregate-function.ts';
import { compileOrder } from './compile-order.ts';
import type { OrderKey } from './compile-order.ts';
import { compileWhere } from './compile-where.ts';
import { isGroupable } from './field-abilities.ts';
import type { FieldScope } from './field-scope.ts';
import type { GroupBy, Query, SelectItem } from './grammar/syntax-tree.ts';
import { groupingSets } from './grouping-sets.ts';
import { labelOf, requireLabelled } from './label-values.ts';
import { malformed } from './malformed.ts';
import { operandOf } from './operand-of.ts';
import type { Operand } from './operand.ts';
import type { QueryRun } from './query-run.ts';
import type { RowWindow } from './rows-query.ts';
import { readerOf } from './select-columns.ts';
import type { ReadValue } from './select-columns.ts';
import type { ApiRecord } from './shape-records.ts';
import { holdsSemiJoin } from './semi-join-rules.ts';
import { joinSql, limitSql, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { filterScope, undeleted } from './statement.ts';
import type { Statement } from './statement.ts';

/** A compiled SELECT with GROUP BY or aggregate functions. */
export interface AggregatePlan {
  rows(run: QueryRun, window: RowWindow): ApiRecord[];
}

interface Output {
  readonly name: string;
  readonly operand: Operand;
  readonly read: ReadValue;
}

/** Does a query give AggregateResults? */
export function isAggregateQuery({ groupBy, select }: Query): boolean {
  return (
    groupBy !== undefined || select.some((item) => item.kind === 'function' && isAggregate(item.name.toUpperCase()))
  );
}

export function compileAggregate(query: Query, scope: FieldScope, statement: Statement): AggregatePlan {
  const { soql } = statement;
  const groups = query.groupBy ? groupOperands(query.groupBy, scope, soql) : [];
  if (groups.length === 0 && query.limit) {
    throw malformed(soql, 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT', query.limit);
  }
  const isGroup = (operand: Operand) => groups.some((group) => group.sql === operand.sql);
  const requireGrouped = (operand: Operand, what: string) => {
    if (operand.aggregate || isGroup(operand)) return;
    throw malformed(soql, `${what} must be grouped or aggregated: ${operand.field.name}`, operand.written);
  };

  const outputs = selectOutputs(query.select, scope, soql);
  for (const { operand } of outputs) {
    if (operand.groupingOf && !query.groupBy?.subtotals) {
      throw new NotEmulatedError(`SOQL ${operand.written.text} without ROLLUP or CUBE`);
    }
    requireGrouped(operand, 'Field');
  }
  const conditions = [...undeleted(scope, statement), ...filterScope(query.from, scope, statement)];
  if (query.where) conditions.push(compileWhere(query.where, scope, statement));
  if (query.having && holdsSemiJoin(query.having)) throw new NotEmulatedError('SOQL sub-select in HAVING');
  const having = query.having
    ? compileWhere(query.having, scope, statement, (operand) => {
        requireGrouped(operand, 'Field');
        if (query.groupBy?.subtotals && !operand.aggregate) {
          throw new NotEmulatedError('SOQL HAVING of a grouped field with ROLLUP or CUBE');
        }
      })
    : undefined;
  const order = compileOrder(query.orderBy, scope, soql, (operand) => requireGrouped(operand, 'Ordered field'));

  const source = scope.fromSql();
  const where = joinSql(conditions, ' AND ');
  const selectOf = (what: SqlFragment, set: readonly Operand[]): SqlFragment => {
    const by = joinSql(set.map(toFragment), ', ');
    return {
      text: [
        `SELECT ${what.text} ${source}`,
        where.text === '' ? '' : `WHERE ${where.text}`,
        by.text === '' ? '' : `GROUP BY ${by.text}`,
        having ? `HAVING ${having.text}` : '',
      ].join(' '),
      values: [...what.values, ...where.values, ...by.values, ...(having?.values ?? [])],
    };
  };

  const complete =
    query.groupBy?.subtotals === undefined
      ? ordered(
          selectOf(
            joinSql(
              outputs.map(({ operand }) => toFragment(operand)),
              ', ',
            ),
            groups,
          ),
          order,
        )
      : withSubtotals(outputs, groups, groupingSets(groups, query.groupBy.subtotals), order, selectOf);
  return {
    rows(run, window) {
      const text = `${complete.text} ${limitSql(window)}`;
      return run.rows({ text, values: complete.values }).map((row) => {
        const record: ApiRecord = { attributes: { type: 'AggregateResult' } };
        for (const { name, read } of outputs) record[name] = read(row, run);
        return record;
      });
    },
  };
}

function ordered(select: SqlFragment, order: readonly OrderKey[]): SqlFragment {
  if (order.length === 0) return select;
  const by = joinSql(order, ', ');
  return { text: `${select.text} ORDER BY ${by.text}`, values: [...select.values, ...by.values] };
}

/** One SELECT per set of groups; what a set does not group by is null in its rows. Subtotals follow what they total. */
function withSubtotals(
  outputs: readonly Output[],
  groups: readonly Operand[],
  sets: ReadonlyArray<readonly Operand[]>,
  order: readonly OrderKey[],
  selectOf: (what: SqlFragment, set: readonly Operand[]) => SqlFragment,
): SqlFragment {
  const parts = sets.map((set) => {
    const inSet = (operand: Operand) => set.some((group) => group.sql === operand.sql);
    const valueOf = (operand: Operand, value: SqlFragment): SqlFragment => {
      if (operand.groupingOf) return sql(inSet(operand.groupingOf) ? '0' : '1');
      return operand.aggregate || inSet(operand) ? value : sql('NULL');
    };
    const columns = [
      ...outputs.map(({ operand }) => valueOf(operand, toFragment(operand))),
      ...order.map(({ operand, key }) => valueOf(operand, key)),
      ...groups.flatMap((group) => [sql(inSet(group) ? '0' : '1'), valueOf(group, toFragment(group))]),
    ];
    const named = columns.map((column, index) => ({ ...column, text: `${column.text} AS c${index}` }));
    return selectOf(joinSql(named, ', '), set);
  });
  const union = joinSql(parts, ' UNION ALL ');
  const first = outputs.length;
  const keys = [
    ...order.map(({ direction }, index) => `c${first + index} ${direction}`),
    ...groups.flatMap((_, index) => {
      const flag = first + order.length + 2 * index;
      return [`c${flag}`, `c${flag + 1}`];
    }),
  ];
  return { text: `SELECT * FROM (${union.text}) ORDER BY ${keys.join(', ')}`, values: union.values };
}

function groupOperands({ fields }: GroupBy, scope: FieldScope, soql: string): Operand[] {
  return fields.map((expression) => {
    const operand = operandOf(expression, scope, soql);
    if (operand.aggregate || operand.groupingOf || operand.label) {
      throw new NotEmulatedError(`SOQL GROUP BY ${expression.text}`);
    }
    if (expression.kind === 'function' || isGroupable(operand.field)) return operand;
    throw malformed(soql, `field '${operand.field.name}' can not be grouped in a query call`, expression);
  });
}

function selectOutputs(select: readonly SelectItem[], scope: FieldScope, soql: string): Output[] {
  let unnamed = 0;
  const outputs = select.map((item, index): Output => {
    if (item.kind === 'subquery' || item.kind === 'typeof') {
      throw new NotEmulatedError('SOQL subqueries and TYPEOF in an aggregate query');
    }
    const operand = operandOf(item, scope, soql);
    if (operand.label && !item.alias)
      throw new NotEmulatedError(`SOQL ${item.text} without an alias in an aggregate query`);
    const name = item.alias?.text ?? (item.kind === 'function' ? `expr${unnamed++}` : operand.field.name);
    return { name, operand, read: reader(operand, index) };
  });
  const repeated = outputs.find(({ name }, index) => outputs.findIndex((other) => other.name === name) !== index);
  if (repeated) throw malformed(soql, `duplicate alias: ${repeated.name}`, repeated.operand.written);
  return outputs;
}

function reader(operand: Operand, column: number): ReadValue {
  if (operand.groupingOf) return (row) => row[column] ?? null;
  const read = readerOf(operand.field, column);
  if (!operand.label) {
    // A total over a checkbox has no value.
    return operand.field.type === 'boolean' ? (row, run) => (row[column] === null ? null : read(row, run)) : read;
  }
  requireLabelled(operand.field, operand.written);
  return (row, run) => labelOf(operand.field, read(row, run));
}

function toFragment({ sql: text, values }: Operand): SqlFragment {
  return { text, values };
}
