import type { Order } from './order-by.ts';
import type { Condition } from './condition.ts';
import { fieldPath, soqlName } from './soql-name.ts';

/** Something to select. A string is a field, or a parent's field by its relationship: `Account.Owner.Name`. */
export type SelectItem = string | LabelOf | Aggregate | ChildQuery | TypeOf | { readonly fields: FieldSet };

/** The label that a picklist value has in the user's language. */
export interface LabelOf {
  readonly labelOf: string;
  /** The name of the result; needed where the field itself is selected too. */
  readonly as?: string;
}

/** One value of many rows: of all, or of each group of `groupBy`. */
export interface Aggregate {
  readonly aggregate: 'AVG' | 'COUNT' | 'COUNT_DISTINCT' | 'MIN' | 'MAX' | 'SUM';
  readonly field: string;
  /** The name of the result. */
  readonly as: string;
}

/** All fields of a kind that the user may see. `ALL` and `CUSTOM` need a limit of at most 200. */
export type FieldSet = 'ALL' | 'STANDARD' | 'CUSTOM';

/** Rows of a child relationship, e.g. `Contacts` of an Account. At most 20 in a query. */
export interface ChildQuery {
  readonly children: string;
  readonly select: readonly SelectItem[];
  readonly where?: readonly Condition[];
  readonly orderBy?: Order;
  readonly limit?: number;
}

/** Fields of a parent that may be of several objects, e.g. `What` of a Task. */
export interface TypeOf {
  readonly typeOf: string;
  readonly when: readonly { readonly object: string; readonly select: readonly string[] }[];
  /** Of any other object. */
  readonly otherwise?: readonly string[];
}

/** @param queryOf How a query in parentheses is written; of the caller, since a query is made of these. */
export function selectText(item: SelectItem, queryOf: (query: ChildQuery) => string): string {
  if (typeof item === 'string') return fieldPath(item);
  if ('labelOf' in item) {
    return `toLabel(${fieldPath(item.labelOf)})${item.as === undefined ? '' : ` ${soqlName(item.as)}`}`;
  }
  if ('aggregate' in item) return `${item.aggregate}(${fieldPath(item.field)}) ${soqlName(item.as)}`;
  if ('children' in item) return `(${queryOf(item)})`;
  if ('fields' in item) return `FIELDS(${item.fields})`;
  return typeOfText(item);
}

function typeOfText({ typeOf, when, otherwise }: TypeOf): string {
  const branches = when.map(({ object, select }) => `WHEN ${soqlName(object)} THEN ${fieldList(select)}`);
  if (branches.length === 0) throw new RangeError('TYPEOF needs at least one object.');
  const other = otherwise === undefined ? '' : ` ELSE ${fieldList(otherwise)}`;
  return `TYPEOF ${fieldPath(typeOf)} ${branches.join(' ')}${other} END`;
}

function fieldList(fields: readonly string[]): string {
  if (fields.length === 0) throw new RangeError('A list of fields needs at least one.');
  return fields.map(fieldPath).join(', ');
}
