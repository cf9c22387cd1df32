import { fieldPath } from './soql-name.ts';

/** A field to sort by. Ties come in no order: end with `Id` where it matters. */
export interface OrderBy {
  readonly field: string;
  /** @default 'ascending' */
  readonly direction?: 'ascending' | 'descending';
  /** Where rows without a value go, in both directions. @default 'first', as in Salesforce */
  readonly nulls?: 'first' | 'last';
}

/** What ORDER BY takes: one field or several, by name or with a direction. */
export type Order = string | OrderBy | readonly (string | OrderBy)[];

export function orderText(order: Order): string {
  const items = typeof order === 'string' || 'field' in order ? [order] : order;
  if (items.length === 0) throw new RangeError('An order needs at least one field.');
  return items.map(itemText).join(', ');
}

function itemText(item: string | OrderBy): string {
  if (typeof item === 'string') return fieldPath(item);
  const direction = item.direction === 'descending' ? ' DESC' : '';
  const nulls = item.nulls === undefined ? '' : item.nulls === 'last' ? ' NULLS LAST' : ' NULLS FIRST';
  return `${fieldPath(item.field)}${direction}${nulls}`;
}
