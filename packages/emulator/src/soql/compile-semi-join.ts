import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { isIdLike } from './field-abilities.ts';
import type { FieldScope, ResolvedField } from './field-scope.ts';
import type { Condition, Name } from './grammar/syntax-tree.ts';
import { malformed } from './malformed.ts';
import { holdsSemiJoin } from './semi-join-rules.ts';
import { joinConditions, negate, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { filterScope, queriedObject, scopeOf, undeleted } from './statement.ts';
import type { Statement } from './statement.ts';

/** Objects that no sub-select may read. Source: error messages of many clients for Task; the others are not verified. */
const NEVER_INNER = new Set(['Task', 'Event', 'ContentDocumentLink']);

/** Compiles the WHERE of the sub-select. */
type CompileWhere = (where: Condition, scope: FieldScope, statement: Statement) => SqlFragment;

/** `Id IN (SELECT AccountId FROM Contact …)` and its NOT IN. */
export function compileSemiJoin(
  { left: outer, negated, query }: Extract<Condition, { kind: 'semiJoin' }>,
  scope: FieldScope,
  statement: Statement,
  compileWhere: CompileWhere,
): SqlFragment {
  const { soql } = statement;
  const fail = (text: string, at: Pick<Name, 'offset'>) => malformed(soql, text, at);
  if (outer.kind === 'function' || query.field.kind === 'function') {
    throw new NotEmulatedError('SOQL functions beside or in a sub-select');
  }

  const left = scope.resolve(outer);
  if (!isIdLike(left.field)) {
    throw fail(
      `The left operand field in the where expression for outer query should be an id field, cannot use: '${left.field.name}'`,
      outer,
    );
  }
  const object = queriedObject(query.from.object, statement);
  if (NEVER_INNER.has(object.name)) {
    throw fail(`Entity '${object.name}' is not supported for semi join inner selects`, query.from.object);
  }
  if (object === scope.object) {
    throw fail('The inner and outer selects should not be on the same object type', query.from.object);
  }
  const innerScope = scopeOf(object, statement, query.from);
  const right = innerScope.resolve(query.field);
  if (!isIdLike(right.field))
    throw fail(`The inner select field '${right.field.name}' should be an id field`, query.field);
  if (!targets(left).some((target) => targets(right).includes(target))) {
    throw fail(
      `The selected field '${right.field.name}' in the subquery and the left operand field in the where expression in the outer query '${left.field.name}' should point to the same object type`,
      query.field,
    );
  }
  if (query.where && holdsSemiJoin(query.where)) {
    throw fail('Nesting of semi join sub-selects is not supported', query.field);
  }

  const conditions = [
    sql(`${right.sql} IS NOT NULL`),
    ...undeleted(innerScope, statement),
    ...filterScope(query.from, innerScope, statement),
    ...(query.where ? [compileWhere(query.where, innerScope, statement)] : []),
  ];
  const inner = joinConditions(conditions, 'AND');
  const among = {
    text: `${left.sql} IN (SELECT ${right.sql} ${innerScope.fromSql()} WHERE ${inner.text})`,
    values: inner.values,
  };
  return negated ? negate(among) : among;
}

function targets({ field, object }: ResolvedField): readonly string[] {
  return field.type === 'id' ? [object?.name ?? ''] : (field.referenceTo ?? []);
}
