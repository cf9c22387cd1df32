import { type Condition, conditionsText } from './condition.ts';
import { type Order, orderText } from './order-by.ts';
import { type ChildQuery, type SelectItem, selectText } from './select-item.ts';
import { fieldPath, soqlName } from './soql-name.ts';

export type { Condition, FieldQuery } from './condition.ts';
export { ANY_CHARACTER, ANY_TEXT, type LikePart } from './like-pattern.ts';
export type { Order, OrderBy } from './order-by.ts';
export type { Aggregate, ChildQuery, LabelOf, SelectItem, TypeOf } from './select-item.ts';
export type { SoqlValue } from './soql-value.ts';

/** A query as values. Names are API names, which are checked; values are escaped; nothing is taken as SOQL text. */
export interface Query {
  /** Fields, parents' fields by their relationship, lists of children, labels, TYPEOF, aggregates; or `'count'` for how many rows there are. */
  readonly select: readonly SelectItem[] | 'count';
  readonly from: string;
  /** Conditions that must all hold. */
  readonly where?: readonly Condition[];
  /** With aggregates: one row for each combination of these fields. */
  readonly groupBy?: readonly string[];
  /** By name, in ascending order with what is empty first, or with a direction. */
  readonly orderBy?: Order;
  readonly limit?: number;
  /** At most 2,000. For more, go on by a condition on what was last read. */
  readonly offset?: number;
}

/** Longest query, in characters. Source: SOQL and SOSL Reference, SOQL limits. */
export const LONGEST_QUERY = 100_000;
const MOST_OFFSET = 2_000;
const MOST_CHILD_QUERIES = 20;

/**
 * The one place where SOQL text is made: every name is checked, every value escaped. Deleted records are found when the
 * text is sent to `queryAllPath`.
 * @throws TypeError for a name or value that is not what it says, RangeError for one beyond Salesforce's limits: both are
 * bugs of the caller, who checks input before
 */
export function buildQuery(query: Query): string {
  const text = queryText(query, soqlName(query.from));
  if (text.length <= LONGEST_QUERY) return text;
  throw new RangeError(`A query holds ${LONGEST_QUERY} characters at most, not ${text.length}; ask in several.`);
}

function queryText(query: Omit<Query, 'from'>, from: string): string {
  const { select, where = [], groupBy = [], orderBy, limit, offset } = query;
  const parts = [`SELECT ${select === 'count' ? 'COUNT()' : selection(select)} FROM ${from}`];
  if (where.length > 0) parts.push(`WHERE ${conditionsText(where)}`);
  if (groupBy.length > 0) parts.push(`GROUP BY ${groupBy.map(fieldPath).join(', ')}`);
  if (orderBy !== undefined) parts.push(`ORDER BY ${orderText(orderBy)}`);
  if (limit !== undefined) parts.push(`LIMIT ${count(limit, 'limit')}`);
  if (offset !== undefined) parts.push(`OFFSET ${count(offset, 'offset', MOST_OFFSET)}`);
  return parts.join(' ');
}

function selection(items: readonly SelectItem[]): string {
  if (items.length === 0) throw new RangeError('A query selects at least one field.');
  const children = items.filter((item) => typeof item !== 'string' && 'children' in item).length;
  if (children > MOST_CHILD_QUERIES) {
    throw new RangeError(`A query holds ${MOST_CHILD_QUERIES} lists of children at most, not ${children}.`);
  }
  return items.map((item) => selectText(item, childText)).join(', ');
}

function childText({ children, ...query }: ChildQuery): string {
  return queryText(query, soqlName(children));
}

function count(value: number, what: string, most = Number.MAX_SAFE_INTEGER): number {
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  throw new RangeError(`The ${what} of a query is a whole number up to ${most}, not ${value}.`);
}
