import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { createChildQuery } from './child-query.ts';
import type { ChildQuery } from './child-query.ts';
import { compileOrder } from './compile-order.ts';
import { compileWhere } from './compile-where.ts';
import { expandFields } from './expand-fields.ts';
import type { FieldScope } from './field-scope.ts';
import { queryError } from './query-error.ts';
import type { FoundRow, RowsOptions, RowsQuery } from './rows-query.ts';
import { compileLimits } from './row-limits.ts';
import { createSelectColumns, selectField } from './select-columns.ts';
import type { SelectColumns } from './select-columns.ts';
import { attributesOf, shapeField } from './shape-records.ts';
import type { Shaper } from './shape-records.ts';
import { locateName } from './source-text.ts';
import { joinSql, sql } from './sql-fragment.ts';
import { undeletedSql } from './statement.ts';
import type { Statement } from './statement.ts';

/** Source: SOQL and SOSL Reference, Relationship Query Limitations. */
const MOST_SUBQUERIES = 20;

/** Runs a SELECT of records and of the children below them. */
export function runRows(query: RowsQuery, { scope, statement, restriction, keySql, depth }: RowsOptions): FoundRow[] {
  const { apiVersion, database } = statement.context;
  const columns = createSelectColumns();
  const id = columns.add(`${scope.alias}."Id"`);
  const key = keySql === undefined ? undefined : columns.add(keySql);
  const { shapers, children } = compileItems(query, scope, statement, columns, depth);

  const conditions = [sql(undeletedSql(scope, statement)), ...(restriction ? [restriction] : [])];
  if (query.where) conditions.push(compileWhere(query.where, scope, statement));
  const where = joinSql(conditions, ' AND ');
  const order = joinSql([...compileOrder(query.orderBy, scope, statement), sql(`${scope.alias}."Id"`)], ', ');
  const limits = compileLimits(query.limit, query.offset);

  const text = `SELECT ${columns.sql()} ${scope.fromSql()} WHERE ${where.text} ORDER BY ${order.text}${limits.text}`;
  const rows = database.prepare(text).all(...where.values, ...order.values, ...limits.values);
  const found = rows.map((row): FoundRow => {
    const recordId = String(row[id]);
    const record = attributesOf(scope.object.name, scope.object.name, recordId, apiVersion);
    for (const shape of shapers) shape(row, record);
    const keyValue = key === undefined ? null : (row[key] ?? null);
    return { id: recordId, key: keyValue === null ? null : String(keyValue), record };
  });
  for (const child of children) child.fill(found);
  return found;
}

function compileItems(
  query: RowsQuery,
  scope: FieldScope,
  statement: Statement,
  columns: SelectColumns,
  depth: number,
) {
  const { apiVersion } = statement.context;
  const shapers: Shaper[] = [];
  const children: ChildQuery[] = [];
  const seen = new Set<string>();

  function addField(path: string): void {
    const resolved = scope.resolve(path);
    const full = [...resolved.parents.map(({ name }) => name), resolved.field.name].join('.');
    if (seen.has(full)) {
      throw queryError({ errorCode: 'INVALID_FIELD', text: `duplicate field selected: ${full}` });
    }
    seen.add(full);
    const read = selectField(resolved, columns, apiVersion);
    shapers.push(shapeField(resolved.field.name, resolved.parents, read, columns, apiVersion));
  }

  for (const item of query.fields) {
    if (item.type !== 'FieldFunctionExpression' && 'alias' in item && item.alias !== undefined) {
      throw aliasing(item.alias, statement.soql);
    }
    switch (item.type) {
      case 'Field':
        addField(item.field);
        break;
      case 'FieldRelationship':
        addField([...item.relationships, item.field].join('.'));
        break;
      case 'FieldSubquery': {
        if (children.length === MOST_SUBQUERIES) throw new NotEmulatedError('SOQL with more than 20 subqueries');
        const child = createChildQuery(item.subquery, scope, { statement, depth: depth + 1, runRows });
        if (children.some(({ name }) => name === child.name)) {
          throw new NotEmulatedError(`SOQL with two subqueries FROM ${child.name}`);
        }
        shapers.push((_row, record) => {
          record[child.name] = null;
        });
        children.push(child);
        break;
      }
      case 'FieldFunctionExpression':
        if (item.functionName.toUpperCase() !== 'FIELDS')
          throw new NotEmulatedError(`SOQL ${item.rawValue ?? item.functionName}`);
        expandFields(item, scope.object, query.fieldsLimit ?? query.limit).forEach(addField);
        break;
      default:
        throw new NotEmulatedError('SOQL TYPEOF');
    }
  }
  return { shapers, children };
}

function aliasing(alias: string, soql: string): Error {
  return queryError({
    errorCode: 'MALFORMED_QUERY',
    text: 'only aggregate expressions use field aliasing',
    soql,
    offset: locateName(soql, alias),
  });
}
