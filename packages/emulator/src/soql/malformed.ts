import type { Name } from './grammar/syntax-tree.ts';
import { queryError } from './query-error.ts';

/** MALFORMED_QUERY with its caret at a place of the query. */
export function malformed(soql: string, text: string, at: Pick<Name, 'offset'>): Error {
  return queryError({ errorCode: 'MALFORMED_QUERY', text, soql, offset: at.offset });
}
