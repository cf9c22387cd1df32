import type { OrderKey } from './compile-order.ts';
import type { FieldScope } from './field-scope.ts';
import type { Condition } from './grammar/syntax-tree.ts';
import { quoteName, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** Fields whose index goes on with the id. */
const DATED = new Set(['CreatedDate', 'SystemModstamp']);

/**
 * The order of rows that a query asks no order for. Salesforce promises none; here it is the order in which rows were
 * made, or that of the date the query filters by, so that an index gives the first page without the others.
 */
export function naturalOrder(where: Condition | undefined, scope: FieldScope): SqlFragment[] {
  const dated = where ? datedRange(where, scope) : undefined;
  if (dated === undefined) return [sql(`${scope.alias}.rowid`)];
  return [sql(`${scope.alias}.${quoteName(dated)}`), sql(`${scope.alias}."Id"`)];
}

/** Puts rows that are alike in the order asked for into one order, as the index that serves it has them. */
export function tieBreaker(keys: readonly OrderKey[], scope: FieldScope): SqlFragment[] {
  if (keys.some(({ operand }) => operand.own && operand.field.type === 'id')) return [];
  const [first] = keys;
  const isDated = first?.operand.own === true && DATED.has(first.operand.field.name);
  const descending = keys.at(-1)?.direction.startsWith('DESC') ? ' DESC' : '';
  return [sql(isDated ? `${scope.alias}."Id"${descending}` : `${scope.alias}.rowid${descending}`)];
}

function datedRange(condition: Condition, scope: FieldScope): string | undefined {
  if (condition.kind === 'and') {
    for (const part of condition.parts) {
      const found = datedRange(part, scope);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (condition.kind !== 'compare' || condition.operator === '!=') return undefined;
  const name = [...DATED].find((each) => each.toLowerCase() === condition.left.text.toLowerCase());
  return name !== undefined && scope.object.fields.has(name) ? name : undefined;
}
