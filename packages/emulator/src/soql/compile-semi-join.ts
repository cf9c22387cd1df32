import type { ValueQueryCondition, WhereClause } from '@jetstreamapp/soql-parser-js';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { isIdLike } from './field-abilities.ts';
import type { FieldScope, ResolvedField } from './field-scope.ts';
import { queryError } from './query-error.ts';
import { locateName } from './source-text.ts';
import { sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { queriedObject, scopeOf, undeletedSql } from './statement.ts';
import type { Statement } from './statement.ts';

/** Source: SOQL and SOSL Reference, Comparison Operators, Semi-Joins with IN and Anti-Joins with NOT IN. */
const MOST_SEMI_JOINS = 2;

/** Compiles the WHERE of the sub-select. */
type CompileWhere = (where: WhereClause, scope: FieldScope, statement: Statement) => SqlFragment;

/** `Id IN (SELECT AccountId FROM Contact …)` and its NOT IN. */
export function compileSemiJoin(
  test: ValueQueryCondition,
  scope: FieldScope,
  statement: Statement,
  compileWhere: CompileWhere,
): SqlFragment {
  const { soql } = statement;
  const malformed = (text: string, name: string) =>
    queryError({ errorCode: 'MALFORMED_QUERY', text, soql, offset: locateName(soql, name, 'WHERE') });

  statement.semiJoins += 1;
  if (statement.semiJoins > MOST_SEMI_JOINS) throw malformed('Maximum of 2 semi join sub-selects allowed.', test.field);
  const operator = test.operator.toUpperCase();
  if (operator !== 'IN' && operator !== 'NOT IN') throw new NotEmulatedError(`SOQL ${operator} with a sub-select`);

  const left = scope.resolve(test.field, { afterKeyword: 'WHERE' });
  if (!isIdLike(left.field)) {
    throw malformed(
      `The left operand field in the where expression for outer query should be an id field, cannot use: '${left.field.name}'`,
      test.field,
    );
  }

  const inner = test.valueQuery;
  if (inner.groupBy || inner.having || inner.orderBy || inner.limit !== undefined || inner.offset !== undefined) {
    throw new NotEmulatedError('SOQL sub-select with more than WHERE');
  }
  const selected = inner.fields?.[0];
  if (!selected || inner.fields?.length !== 1 || (selected.type !== 'Field' && selected.type !== 'FieldRelationship')) {
    throw new NotEmulatedError('SOQL sub-select of anything but one field');
  }
  const object = queriedObject(inner.sObject ?? '', statement);
  if (object === scope.object)
    throw malformed('The inner and outer selects should not be on the same object type', object.name);
  const innerScope = scopeOf(object, statement, inner.sObjectAlias);
  const path =
    selected.type === 'FieldRelationship' ? [...selected.relationships, selected.field].join('.') : selected.field;
  const right = innerScope.resolve(path, { afterKeyword: 'WHERE' });
  if (!isIdLike(right.field)) {
    throw malformed(`The inner select field '${right.field.name}' should be an id field`, path);
  }
  if (!targets(left).some((target) => targets(right).includes(target))) {
    throw malformed(
      `The selected field '${right.field.name}' in the subquery and the left operand field in the where expression in the outer query '${left.field.name}' should point to the same object type`,
      path,
    );
  }

  const semiJoins = statement.semiJoins;
  const nested = inner.where ? compileWhere(inner.where, innerScope, statement) : sql('1');
  if (statement.semiJoins > semiJoins) throw new NotEmulatedError('SOQL sub-select within a sub-select');
  const among =
    `(${left.sql} IS NOT NULL AND ${left.sql} IN (SELECT ${right.sql} ${innerScope.fromSql()} ` +
    `WHERE ${right.sql} IS NOT NULL AND ${undeletedSql(innerScope, statement)} AND ${nested.text}))`;
  return { text: operator === 'IN' ? among : `NOT ${among}`, values: nested.values };
}

function targets({ field, object }: ResolvedField): readonly string[] {
  return field.type === 'id' ? [object?.name ?? ''] : (field.referenceTo ?? []);
}
