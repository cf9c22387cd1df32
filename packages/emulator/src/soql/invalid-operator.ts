import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';

/** An operator that the field's type does not have. */
export function invalidOperator(text: string, operand: Operand, soql: string): Error {
  return queryError({ errorCode: 'INVALID_QUERY_FILTER_OPERATOR', text, soql, offset: operand.written.offset });
}
