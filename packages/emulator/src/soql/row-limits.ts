import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { Query } from './grammar/syntax-tree.ts';
import { queryError } from './query-error.ts';
import type { RowWindow } from './rows-query.ts';

/** Source: SOQL and SOSL Reference, OFFSET. */
const LARGEST_OFFSET = 2000;

/** LIMIT and OFFSET as numbers. */
export function rowWindow({ limit, offset }: Pick<Query, 'limit' | 'offset'>): RowWindow {
  if (offset !== undefined && offset.value > LARGEST_OFFSET) {
    throw queryError({ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE', text: 'Maximum SOQL offset allowed is 2000' });
  }
  for (const number of [limit, offset]) {
    if (number !== undefined && number.value < 0) {
      throw new NotEmulatedError(`SOQL ${number === limit ? 'LIMIT' : 'OFFSET'} below 0`);
    }
  }
  return { ...(limit && { limit: limit.value }), ...(offset && { offset: offset.value }) };
}
