import { queryError } from './query-error.ts';
import { sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** Source: SOQL and SOSL Reference, OFFSET. */
const LARGEST_OFFSET = 2000;

/** LIMIT and OFFSET as SQL; empty when there is neither. */
export function compileLimits(limit: number | undefined, offset: number | undefined): SqlFragment {
  if (offset !== undefined && offset > LARGEST_OFFSET) {
    throw queryError({ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE', text: 'Maximum SOQL offset allowed is 2000' });
  }
  if (limit === undefined && offset === undefined) return sql('');
  return sql(' LIMIT ? OFFSET ?', limit ?? -1, offset ?? 0);
}
